import * as natives from '../../natives.ts';
import { replaceFunction, replaceMethod, undoAll } from '../../patches.ts';
import type { Input } from './input.ts';

/** What the site waits for with timers. */
export const timers: Input = (log, pending) => {
  const set = (what: 'setTimeout' | 'setInterval') =>
    replaceFunction(globalThis, what, (native) => {
      const { inPlace } = {
        inPlace(this: unknown, handler: unknown, ms: unknown): unknown {
          // biome-ignore lint/complexity/noArguments: rest arguments would cost an array for each timer.
          const args = arguments;
          // As pages mostly call it: without a list of arguments, it costs half as much.
          const isPlain = args.length === 2 && (this === undefined || this === globalThis);
          const id = isPlain ? native(handler, ms) : natives.apply(native, this, args);
          if (log.overlooks('timers')) return id;
          const use = log.use(
            'timers',
            args.length > 1 ? { what, handler, argument: ms } : { what, handler },
          );
          if (use && typeof id === 'number') pending.add(id, ms, what === 'setInterval', use);
          return id;
        },
      };
      return inPlace;
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
