import { thrownByProvider } from '../contexts.ts';
import { foundIn, type Rule } from '../rule.ts';
import { usedBeforeReady } from './usedBeforeReady.ts';

/** A request that is given up on, as when a page is left. */
const GIVEN_UP = 'AbortError';
/** What browsers report as an error although nothing has failed. */
const IS_NOTICE = /ResizeObserver loop/;

/** Trigger code throws an exception that nobody catches, and for no reason that another rule tells. */
export const triggerThrows: Rule = {
  name: 'triggerThrows',
  look: (examined) => {
    const before = usedBeforeReady.look(examined)?.evidence.map(({ value }) => value) ?? [];
    const told = [
      ...before,
      ...thrownByProvider(examined.watched.contexts).map(({ value }) => value),
    ];
    return foundIn(
      examined.watched.faults
        .filter(
          ({ name, isTrigger, message, neverRan }) =>
            isTrigger &&
            // That has its own rule.
            neverRan === null &&
            name !== GIVEN_UP &&
            !IS_NOTICE.test(message) &&
            !told.some((known) => message.includes(known)),
        )
        .map(({ by, message }) => ({ at: by, value: message })),
    );
  },
};
