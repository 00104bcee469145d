import { thrownByProvider } from '../contexts.ts';
import { foundIn, type Rule } from '../rule.ts';
import { usedBeforeReady } from './usedBeforeReady.ts';

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
          ({ name, isTrigger, message }) =>
            isTrigger === true &&
            name !== 'SyntaxError' &&
            !told.some((known) => message.includes(known)),
        )
        .map(({ by, message }) => ({ at: by, value: message })),
    );
  },
};
