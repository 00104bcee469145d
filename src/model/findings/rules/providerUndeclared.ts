import { isUndeclared, thrownByProvider } from '../contexts.ts';
import { foundIn, type Rule } from '../rule.ts';

/** The context provider reads a variable that does not exist. */
export const providerUndeclared: Rule = {
  name: 'providerUndeclared',
  look: ({ watched: { contexts } }) => foundIn(thrownByProvider(contexts).filter(isUndeclared)),
};
