import { natives } from '../../natives.ts';
import { replaceMethod, type StandIn, type Undo, undoAll } from '../../patches.ts';
import type { Dial } from '../../time/dial.ts';

const isCallable = (value: unknown): value is (...args: unknown[]) => unknown =>
  typeof value === 'function';

/** Puts the page's timers on the dial, so that a skip reaches them. */
export function overrideTimers(dial: Dial): Undo {
  const set =
    (repeats: boolean): StandIn =>
    (native, self, args) => {
      const [handler, delay, ...rest] = args;
      // A text as handler is the page's eval, which its CSP and Trusted Types decide on: the native's affair.
      if (!isCallable(handler)) return natives.apply(native, self, args);
      // Web IDL's long, converted once: a delay may be an object that counts how often it is asked.
      const ms = Number(delay) | 0;
      const scope = self ?? globalThis;
      const callback = () => natives.apply(handler, scope, rest);
      const schedule = (fire: () => void): number => natives.apply(native, self, [fire, ms]);
      return repeats
        ? dial.setInterval(callback, ms, schedule)
        : dial.setTimeout(callback, ms, schedule);
    };
  const clear: StandIn = (native, self, args) => {
    const [id] = args;
    if (typeof id === 'number') dial.clearTimeout(id);
    else natives.apply(native, self, args);
  };
  return undoAll([
    replaceMethod(globalThis, 'setTimeout', set(false)),
    replaceMethod(globalThis, 'setInterval', set(true)),
    replaceMethod(globalThis, 'clearTimeout', clear),
    replaceMethod(globalThis, 'clearInterval', clear),
  ]);
}
