import * as natives from '../natives.ts';
import { DueQueue } from './dueQueue.ts';
import { IdTable } from './idTable.ts';
import type { Timer } from './timer.ts';
import { Turns } from './turns.ts';

/** From this depth on browsers let nested timers wait for at least `CLAMP` ms: https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timer-initialisation-steps */
const DEEP = 5;
const CLAMP = 4;

const { ceil, round } = Math;
const atLeast = (least: number, ms: number): number => (ms > least ? ms : least);

/**
 * How far time has passed in this realm: the native clock at some rate, plus what has been skipped. At the
 * natural rate native timers do the work. While time is skipped, or runs at another rate, what is due
 * fires from a queue, in order.
 */
export class Dial {
  #rate = 1;
  /** ms by which the dial is ahead of the native clock at its rate. */
  #ahead = 0;
  /** ms that have been skipped in this realm. */
  skipped = 0;
  /** The same in whole ms, for clocks that tell no others. */
  wholeSkipped = 0;
  /** ms that are still to be skipped. */
  #toSkip = 0;
  #orders = 0;
  #level = 0;
  /** What was ahead from which native moment on, to tell the time of what happened earlier. */
  readonly #history: { readonly from: number; ahead: number; readonly rate: number }[] = [
    { from: 0, ahead: 0, rate: 1 },
  ];
  /** Those that are pending. */
  readonly #timers = new IdTable<Timer>();
  /** What is due while it fires from here; null while native timers do the work. */
  #queue: DueQueue | null = null;
  #turns: Turns | null = null;
  #stopped: () => boolean = () => false;
  #settled: () => void = () => {};
  /** Hears of time that has been skipped, at the end of each task in which some was, for clocks that follow this one. */
  onSkipped: () => void = () => {};
  /** What `onSkipped` has heard of, in ms. */
  #told = 0;
  #last: Promise<unknown> = natives.Promise.resolve();

  /** ms on the dial since the realm began. */
  elapsed(): number {
    return natives.now() * this.#rate + this.#ahead;
  }

  /** The moment on the dial of a native one that belongs to what is happening now, both in ms. */
  present(native: number): number {
    return native * this.#rate + this.#ahead;
  }

  /** The moment on the dial of a native one of some time ago, both in ms. */
  at(native: number): number {
    let index = this.#history.length - 1;
    while (index > 0 && native < (this.#history[index]?.from ?? 0)) index--;
    const { rate = 1, ahead = 0 } = this.#history[index] ?? {};
    return native * rate + ahead;
  }

  /** Whether native moments are moments of the dial. */
  get isNatural(): boolean {
    return this.#history.length === 1;
  }

  /** Whether an event is the one in which timers fire while time is skipped, which no page shall see. */
  isOwnEvent(event: unknown): boolean {
    return this.#turns?.makes(event) ?? false;
  }

  /** Lets time pass at `rate` seconds a real second from now on; more than 0. */
  setRate(rate: number): void {
    if (rate === this.#rate) return;
    const now = natives.now();
    this.#ahead += now * (this.#rate - rate);
    this.#rate = rate;
    this.#remember(now);
    if (rate === 1) this.#disengage();
    else this.#engage();
    this.#armAll();
  }

  /** Sets a timer to be due in `ms` of the dial, and gives it its id; 0 if the browser does not let it. */
  add(timer: Timer, ms: number): void {
    timer.level = this.#level;
    timer.order = this.#orders++;
    timer.due = this.elapsed() + this.#clamped(ms, timer.level);
    timer.id = timer.arm(ms / this.#rate, timer.interval && timer.interval / this.#rate);
    if (timer.id === 0) {
      timer.disarm();
      return;
    }
    this.#timers.add(timer);
    this.#queue?.add(timer);
  }

  /** Takes back the timer with an id; gives false if none that is pending has it. */
  remove(id: number): boolean {
    const timer = this.#timers.get(id);
    if (!timer) return false;
    this.#timers.remove(timer);
    timer.disarm();
    return true;
  }

  /** For a native timer whose time has come. While others fire from the queue, it has to wait for its turn. */
  fired(timer: Timer): void {
    if (!this.#isPending(timer)) return;
    if (this.#queue) {
      // Native timers count whole ms, and so come early at another rate.
      if (timer.interval === null && timer.due > this.elapsed()) this.#arm(timer);
      else this.#run();
      return;
    }
    this.done(timer);
    timer.run(() => {});
  }

  /** For a timer that has been done by the browser itself. */
  done(timer: Timer): void {
    if (timer.interval === null) this.#timers.remove(timer);
    else if (!this.#queue) timer.due = this.elapsed() + timer.interval;
  }

  /**
   * Lets `ms` pass at once: what falls due fires in order, each at its own time and with the promise
   * jobs of the one before settled, in tasks that leave the page room. Stops after what makes `stopped`
   * true. Gives the ms skipped. Skips wait for each other.
   */
  skip(ms: number, stopped: () => boolean): Promise<number> {
    const before = this.#last;
    const skipping = (async () => {
      await before;
      const skippedBefore = this.skipped;
      await new natives.Promise<void>((resolve) => {
        this.#toSkip = ms;
        this.#stopped = stopped;
        this.#settled = resolve;
        this.#remember(natives.now());
        this.#engage();
        this.#run();
      });
      return this.skipped - skippedBefore;
    })();
    this.#last = skipping;
    return skipping;
  }

  /** ms of the dial until the next timer is due; null if none is pending. */
  nextDueIn(): number | null {
    let soonest: number | null = null;
    this.#timers.each(({ due }) => {
      if (soonest === null || due < soonest) soonest = due;
    });
    return soonest === null ? null : atLeast(0, soonest - this.elapsed());
  }

  #clamped(ms: number, level: number): number {
    return atLeast(level > DEEP ? CLAMP : 0, ms);
  }

  #arm(timer: Timer): void {
    const ms = ceil(atLeast(0, timer.due - this.elapsed()) / this.#rate);
    timer.arm(ms, timer.interval && timer.interval / this.#rate);
  }

  /** In the order in which they are due: native timers that are set for the same time fire as they were set. */
  #armAll(): void {
    const timers = new DueQueue(this.#timers);
    for (let { first } = timers; first; first = timers.first) {
      this.#arm(first);
      timers.removeFirst();
    }
  }

  #isPending(timer: Timer): boolean {
    return this.#timers.get(timer.id) === timer;
  }

  #remember(from: number): void {
    this.#history[this.#history.length] = { from, ahead: this.#ahead, rate: this.#rate };
  }

  #engage(): void {
    this.#queue ??= new DueQueue(this.#timers);
  }

  #disengage(): void {
    this.#queue = null;
  }

  #run(): void {
    this.#turns ??= new Turns(
      () => this.#step(),
      () => {
        this.#level = 0;
        this.#tell();
      },
    );
    this.#turns.run();
  }

  /** Fires what is due next, if it is due now or within what is to be skipped. */
  #step(): boolean {
    const timer = this.#stopped() ? undefined : this.#nextPending();
    const wait = timer ? timer.due - this.elapsed() : Number.POSITIVE_INFINITY;
    if (!timer || wait > this.#toSkip) {
      this.#settle();
      return false;
    }
    if (wait > 0) this.#moveBy(wait);
    this.#level = timer.level + 1;
    if (timer.interval === null) {
      this.#queue?.removeFirst();
      this.#timers.remove(timer);
      timer.disarm();
    } else {
      timer.level++;
      timer.due += this.#clamped(timer.interval, timer.level);
      timer.order = this.#orders++;
      this.#queue?.settleFirst();
    }
    const isBrowsers = timer.run(() => {
      if (timer.interval !== null) this.#arm(timer);
      this.#run();
    });
    if (isBrowsers) this.#turns?.pause();
    return true;
  }

  #nextPending(): Timer | undefined {
    let timer = this.#queue?.first;
    while (timer && !this.#isPending(timer)) {
      this.#queue?.removeFirst();
      timer = this.#queue?.first;
    }
    return timer;
  }

  #moveBy(ms: number): void {
    this.#ahead += ms;
    this.skipped += ms;
    this.wholeSkipped = round(this.skipped);
    this.#toSkip -= ms;
    const latest = this.#history[this.#history.length - 1];
    if (latest) latest.ahead = this.#ahead;
  }

  /** Everything that was due has fired. */
  #settle(): void {
    if (!this.#stopped()) this.#moveBy(this.#toSkip);
    this.#toSkip = 0;
    this.#stopped = () => false;
    if (this.#rate === 1) {
      this.#disengage();
      // Their native timers are late by what was skipped.
      this.#armAll();
    }
    this.#tell();
    this.#settled();
    this.#settled = () => {};
  }

  #tell(): void {
    if (this.#told === this.skipped) return;
    this.#told = this.skipped;
    this.onSkipped();
  }
}
