/** Something that happens when time has come, on the dial of its realm. */
export interface Timer {
  /** When it is due, in ms of the dial. */
  due: number;
  /** Which one it was to be set: of two that are due together the one set first comes first. */
  order: number;
  /** How many timers set each other to get here; browsers slow down those that are nested deep. */
  level: number;
  /** ms between two firings; null for once. */
  readonly interval: number | null;
  /**
   * Sets the native timer that fires it in `ms`, in the place of one that was set before, and then every
   * `interval`, if that is not null; both in real ms.
   */
  arm(ms: number, interval: number | null): void;
  disarm(): void;
  /**
   * Does what it was set for; what it throws is the page's error. Gives true if the browser has to do it
   * in a task of its own, after which `done` is called.
   */
  run(done: () => void): boolean;
}
