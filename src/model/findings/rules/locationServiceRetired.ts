import { isRetired, locationRequests } from '../locationRequests.ts';
import { foundIn, type Rule } from '../rule.ts';

/** The site asks a location service that was shut down: https://learn.microsoft.com/bingmaps/ */
export const locationServiceRetired: Rule = {
  name: 'locationServiceRetired',
  look: ({ watched }) =>
    foundIn(
      locationRequests(watched)
        .filter(isRetired)
        .map(({ by, argument }) => ({ at: by, value: argument?.text ?? '' })),
    ),
};
