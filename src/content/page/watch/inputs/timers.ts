import * as natives from '../../natives.ts';
import { replaceMethod, undoAll } from '../../patches.ts';
import type { Input } from './input.ts';

/** What the site waits for with timers. */
export const timers: Input = (log, pending) => {
  const set = (what: 'setTimeout' | 'setInterval') =>
    replaceMethod(globalThis, what, (native, self, args) => {
      const id: unknown = natives.apply(native, self, args);
      // Taken apart as a list, they would be handed out by an iterator, which the page may have replaced.
      const handler = args[0];
      const ms = args[1];
      const use = log.use(
        'timers',
        args.length > 1 ? { what, handler, argument: ms } : { what, handler },
      );
      if (use && typeof id === 'number') pending.add(id, ms, what === 'setInterval', use);
      return id;
    });
  const clear = (what: 'clearTimeout' | 'clearInterval') =>
    replaceMethod(globalThis, what, (native, self, args) => {
      pending.remove(args[0]);
      return natives.apply(native, self, args);
    });
  return undoAll([
    set('setTimeout'),
    set('setInterval'),
    clear('clearTimeout'),
    clear('clearInterval'),
  ]);
};
