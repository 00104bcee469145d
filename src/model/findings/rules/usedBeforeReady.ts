import { SDK_ERROR } from '../../watch/sdkError.ts';
import { foundIn, type Rule } from '../rule.ts';

/** The errors of using what is not there. */
const OF_NOTHING = /^(?:TypeError|ReferenceError)$/;

/** The SDK is used before lcw:ready: then it may not be there yet, or not take what it is given. */
export const usedBeforeReady: Rule = {
  name: 'usedBeforeReady',
  look: ({ watched: { sdkUses, faults } }) =>
    foundIn([
      ...faults
        .filter(
          ({ isReady, name, message }) =>
            !isReady && OF_NOTHING.test(name) && SDK_ERROR.test(message),
        )
        .map(({ by, message }) => ({ at: by, value: message })),
      ...sdkUses
        .filter(({ isReady }) => !isReady)
        .map(({ by, method }) => ({ at: by, value: method })),
    ]),
};
