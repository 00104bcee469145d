import { foundIn, type Rule } from '../rule.ts';

/** The visitor's position was refused, and the site has no code for that. */
export const geolocationNoFallback: Rule = {
  name: 'geolocationNoFallback',
  look: ({ watched: { inputs } }) =>
    foundIn(
      inputs
        .filter(
          ({ input, argument, value }) =>
            input === 'geolocation' &&
            argument?.type !== 'function' &&
            value !== null &&
            value.text !== 'position',
        )
        .map(({ by, what, value }) => ({ at: by, value: `${what}: ${value?.text}` })),
    ),
};
