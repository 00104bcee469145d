import { natives } from '../natives.ts';
import type { Dial } from './dial.ts';
import type { Timer } from './timer.ts';

/** Ends a wait before its time has come. */
export type StopWaiting = () => void;

/**
 * Calls back in `ms` of real time. The page's own timers are none of ours: it could clear them, and would
 * see that an id of its own is missing.
 */
export function waitReally(ms: number, callback: () => void): StopWaiting {
  let waits = true;
  natives.addEventListener(natives.abortAfter(ms), 'abort', () => {
    if (waits) callback();
  });
  return () => {
    waits = false;
  };
}

type Awaited = (done: () => void) => unknown;

class OwnTimer implements Timer {
  due = 0;
  order = 0;
  level = 0;
  readonly interval = null;
  disarm: StopWaiting = () => {};
  readonly #dial: Dial;
  readonly #callback: Awaited;

  constructor(dial: Dial, callback: Awaited) {
    this.#dial = dial;
    this.#callback = callback;
  }

  arm(ms: number): void {
    this.disarm();
    this.disarm = waitReally(Math.max(0, Math.ceil(ms)), () => this.#dial.fired(this));
  }

  run(done: () => void): boolean {
    return this.#callback(done) === true;
  }
}

/**
 * Calls back once `ms` have passed on the dial, skips included. A callback that leaves something to the
 * browser gives true, and calls `done` when that has come; a skip waits for it.
 */
export function wait(dial: Dial, ms: number, callback: Awaited): StopWaiting {
  const timer = new OwnTimer(dial, callback);
  dial.add(timer, ms);
  return () => dial.remove(timer);
}
