import type { Dial } from './dial.ts';

/** Something that happens when time has come, on the dial of its realm. */
export abstract class Timer {
  /** When it is due, in ms of the dial. */
  due = 0;
  /** Which one it was to be set: of two that are due together the one set first comes first. */
  order = 0;
  /** How many timers set each other to get here; browsers slow down those that are nested deep. */
  level = 0;
  /** What it is known by; 0 as long as it has not been set. */
  id = 0;
  /** Another that is pending with it, see IdTable. */
  sibling: Timer | null = null;
  readonly dial: Dial;
  /** ms between two firings; null for once. */
  readonly interval: number | null;

  constructor(dial: Dial, interval: number | null) {
    this.dial = dial;
    this.interval = interval;
  }

  /**
   * Sets the native timer that fires it in `ms`, in the place of one that was set before, and then every
   * `interval`, if that is not null; both in real ms. Gives an id that no other timer has, each time
   * another; 0 if the browser does not let it be set.
   */
  abstract arm(ms: number, interval: number | null): number;
  abstract disarm(): void;
  /**
   * Does what it was set for; what it throws is the page's error. Gives true if the browser has to do it
   * in a task of its own, after which `done` is called.
   */
  abstract run(done: () => void): boolean;
}
