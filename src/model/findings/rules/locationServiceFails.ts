import { isRefused, isRetired, locationRequests } from '../locationRequests.ts';
import { foundIn, type Rule } from '../rule.ts';

/** Of an opaque response the status is 0, and nobody knows. */
const isSuccess = (status: string): boolean => /^(?:0|[23]\d\d)$/.test(status);

/** A location service answers with an error, or not at all, and no other one is asked in its place. */
export const locationServiceFails: Rule = {
  name: 'locationServiceFails',
  look: ({ watched }) => {
    const answered = locationRequests(watched).filter(
      (use) =>
        use.value !== null &&
        !isRetired(use) &&
        !isRefused(watched.refusals, use.argument?.text ?? ''),
    );
    // Who asks several at once gives up on the others when one has answered.
    if (answered.some(({ value }) => value !== null && isSuccess(value.text))) return null;
    return foundIn(
      answered.map(({ by, argument, value }) => ({
        at: by,
        value: `${argument?.text ?? ''} → ${value?.text ?? ''}`,
      })),
    );
  },
};
