import { isUndeclared, thrownByProvider } from '../contexts.ts';
import { foundIn, type Rule } from '../rule.ts';

/** The context provider throws. */
export const providerThrows: Rule = {
  name: 'providerThrows',
  look: ({ watched: { contexts } }) =>
    foundIn(thrownByProvider(contexts).filter((error) => !isUndeclared(error))),
};
