import * as natives from '../../natives.ts';
import { replaceMethod, undoAll } from '../../patches.ts';
import { replaceConstructor } from '../../replaceConstructor.ts';
import type { Input } from './input.ts';

/** The present, as Date tells it. */
export const clock: Input = (log) => {
  const { Date: present } = globalThis;

  function WatchedDate(): unknown {
    // biome-ignore lint/complexity/noArguments: whether there was an argument matters, and rest arguments cost time.
    const given = arguments;
    if (new.target === undefined) return natives.apply(present, undefined, given);
    const target = new.target === WatchedDate ? present : new.target;
    const date: unknown = natives.construct(present, given, target);
    if (given.length === 0) log.use('clock', { what: 'Date' })?.read(`${date}`);
    return date;
  }
  const { inPlace, undo } = replaceConstructor(globalThis, 'Date', present, WatchedDate);
  return undoAll([
    undo,
    replaceMethod(inPlace, 'now', (native, self, args) => {
      const now: unknown = natives.apply(native, self, args);
      log.use('clock', { what: 'now' })?.read(now);
      return now;
    }),
  ]);
};
