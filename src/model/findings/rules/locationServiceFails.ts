import { isRefused, isRetired, locationRequests } from '../locationRequests.ts';
import { foundIn, type Rule } from '../rule.ts';

/** Of an opaque response the status is 0, and nobody knows. */
const isSuccess = (status: string): boolean => /^(?:0|[23]\d\d)$/.test(status);

/** A location service answers with an error, or not at all. */
export const locationServiceFails: Rule = {
  name: 'locationServiceFails',
  look: ({ watched }) =>
    foundIn(
      locationRequests(watched)
        .filter(
          (use) =>
            !isRetired(use) &&
            !isRefused(watched.refusals, use) &&
            use.value !== null &&
            !isSuccess(use.value.text),
        )
        .map(({ by, argument, value }) => ({
          at: by,
          value: `${argument?.text ?? ''} → ${value?.text ?? ''}`,
        })),
    ),
};
