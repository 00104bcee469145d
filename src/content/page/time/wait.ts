import * as natives from '../natives.ts';
import type { Dial } from './dial.ts';
import { Timer } from './timer.ts';

const { ceil } = Math;

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

/** Ids that timers of the page never have. */
let latestId = 0;

class OwnTimer extends Timer {
  #stop: StopWaiting = () => {};
  readonly #callback: Awaited;

  constructor(dial: Dial, callback: Awaited) {
    super(dial, null);
    this.#callback = callback;
  }

  arm(ms: number): number {
    this.#stop();
    this.#stop = waitReally(ms > 0 ? ceil(ms) : 0, () => this.dial.fired(this));
    return --latestId;
  }

  disarm(): void {
    this.#stop();
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
  return () => {
    dial.remove(timer.id);
  };
}
