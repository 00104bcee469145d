import { foundIn, type Rule } from '../rule.ts';

/** A script that has to do with the widget has a syntax error, so that none of it ever runs. */
export const syntaxError: Rule = {
  name: 'syntaxError',
  look: ({ watched: { faults } }) =>
    foundIn(
      faults
        .filter(({ neverRan, isTrigger }) => neverRan !== null && isTrigger)
        .map(({ by, message }) => ({ at: by, value: message })),
    ),
};
