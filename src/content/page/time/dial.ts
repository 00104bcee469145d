import { natives } from '../natives.ts';

/** A timer that someone set: ours, or the page's while its clock is overridden. */
interface Timer {
  /** When it fires next, in ms of the dial. */
  due: number;
  /** ms between two firings; null for a timeout. */
  readonly interval: number | null;
  readonly fire: () => void;
  /** The native timer that fires it while time runs by itself. */
  nativeId: number;
}

/**
 * How far time has passed in this document: the native clock plus what has been skipped. While nothing
 * is skipped, native timers do all the work.
 */
export class Dial {
  #skipped = 0;
  #skipping = false;
  readonly #timers = new Map<number, Timer>();

  /** ms since the document began, skips included. */
  elapsed(): number {
    return natives.now() + this.#skipped;
  }

  /** ms that have been skipped in this document. */
  get skipped(): number {
    return this.#skipped;
  }

  /**
   * Calls back once `ms` have passed on the dial; gives the id to clear it by. `schedule` sets the native
   * timer, so that the page's timers stay the page's: its realm, its `this`, its arguments.
   */
  setTimeout(callback: () => void, ms: number, schedule = natives.setTimeout): number {
    return this.#add(ms, null, callback, schedule);
  }

  clearTimeout(id: number): void {
    natives.clearTimeout(this.#timers.get(id)?.nativeId ?? id);
    this.#timers.delete(id);
  }

  setInterval(callback: () => void, ms: number, schedule: typeof natives.setTimeout): number {
    return this.#add(ms, Math.max(ms, 1), callback, schedule);
  }

  #add(
    ms: number,
    interval: number | null,
    callback: () => void,
    schedule: typeof natives.setTimeout,
  ): number {
    const timer: Timer = {
      due: this.elapsed() + Math.max(0, ms),
      interval,
      nativeId: 0,
      fire: callback,
    };
    const id = schedule(() => this.#fire(id, timer), ms);
    timer.nativeId = id;
    this.#timers.set(id, timer);
    return id;
  }

  #fire(id: number, timer: Timer): void {
    if (timer.interval === null) this.#timers.delete(id);
    else timer.due = this.elapsed() + timer.interval;
    timer.fire();
  }

  /**
   * Lets `ms` pass at once: what falls due fires in order, each at its own time and with the promise
   * jobs of the one before settled. Stops after the timer that makes `stopped` true. Gives the ms skipped.
   */
  async skip(ms: number, stopped: () => boolean): Promise<number> {
    if (this.#skipping) return 0;
    this.#skipping = true;
    const before = this.#skipped;
    const target = this.elapsed() + ms;
    const next = nextTask();
    try {
      for (let due = this.#nextDue(target); due && !stopped(); due = this.#nextDue(target)) {
        const [id, timer] = due;
        this.#moveTo(timer.due);
        this.#disarm(timer);
        try {
          this.#fire(id, timer);
        } catch (error) {
          natives.reportError(error);
        }
        await next();
      }
      if (!stopped()) this.#moveTo(target);
    } finally {
      this.#skipping = false;
      this.#rearm();
    }
    return this.#skipped - before;
  }

  /** ms until the next timer is due; null if none is pending. */
  nextDueIn(): number | null {
    const due = this.#nextDue(Number.POSITIVE_INFINITY);
    return due ? Math.max(0, due[1].due - this.elapsed()) : null;
  }

  #moveTo(moment: number): void {
    this.#skipped += Math.max(0, moment - this.elapsed());
  }

  #nextDue(target: number): readonly [number, Timer] | null {
    let soonest: readonly [number, Timer] | null = null;
    for (const entry of this.#timers) {
      if (entry[1].due <= target && (soonest === null || entry[1].due < soonest[1].due))
        soonest = entry;
    }
    return soonest;
  }

  #disarm(timer: Timer): void {
    natives.clearTimeout(timer.nativeId);
  }

  /** After a skip the native timers are late by what was skipped: set them anew. */
  #rearm(): void {
    for (const [id, timer] of this.#timers) {
      this.#disarm(timer);
      const resume = () => {
        if (timer.interval !== null) timer.nativeId = natives.setTimeout(resume, timer.interval);
        this.#fire(id, timer);
      };
      timer.nativeId = natives.setTimeout(resume, Math.max(0, timer.due - this.elapsed()));
    }
  }
}

/** Waits for one task of the event loop, so that all promise jobs have run; not slowed down in background tabs. */
function nextTask(): () => Promise<void> {
  const { port1, port2 } = new natives.MessageChannel();
  let settle = () => {};
  natives.addEventListener(port1, 'message', () => settle());
  natives.startPort(port1);
  return () =>
    new natives.Promise((resolve) => {
      settle = resolve;
      natives.postMessage(port2, null);
    });
}
