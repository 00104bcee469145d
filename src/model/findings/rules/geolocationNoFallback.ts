import { foundIn, type Rule } from '../rule.ts';

/** The visitor's position could not be had, and the trigger has no code for that. */
export const geolocationNoFallback: Rule = {
  name: 'geolocationNoFallback',
  look: ({ watched: { inputs } }) =>
    foundIn(
      inputs
        .filter(
          ({ input, isTrigger, argument, value }) =>
            input === 'geolocation' &&
            isTrigger &&
            argument?.type !== 'function' &&
            value !== null &&
            value.text !== 'position',
        )
        .map(({ by, what, value }) => ({ at: by, value: `${what}: ${value?.text}` })),
    ),
};
