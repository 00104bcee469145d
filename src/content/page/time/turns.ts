import * as natives from '../natives.ts';

/** How many steps one message can make. */
const STEPS = 500;
/** How long a task of ours lasts before the page's own get their turn, in ms. */
const SLICE = 10;

/**
 * Runs steps one after the other, each with all promise jobs of the one before settled, as each callback
 * of a timer is. The browser settles them after each listener of an event that it dispatches itself, so
 * one message with many listeners makes many steps: a message a step would cost ten times as much.
 */
export class Turns {
  readonly #step: () => boolean;
  readonly #rest: () => void;
  readonly #port: MessagePort;
  #running = false;
  #posted = false;
  #event: Event | null = null;
  #pausesAt: number | null = null;

  /**
   * `step` does one thing and says whether there is more to do; what it throws is reported as an error of
   * the page. `rest` is called when it is the turn of others.
   */
  constructor(step: () => boolean, rest: () => void) {
    this.#step = step;
    this.#rest = rest;
    const { port1, port2 } = new natives.MessageChannel();
    this.#port = port2;
    natives.addEventListener(port1, 'message', (event: Event) => {
      this.#event = event;
      this.#posted = false;
      this.#pausesAt = natives.now() + SLICE;
    });
    for (let count = 0; count < STEPS; count++) {
      natives.addEventListener(port1, 'message', () => this.#turn());
    }
    natives.addEventListener(port1, 'message', () => {
      this.#rest();
      if (this.#running) this.#post();
    });
    natives.startPort(port1);
  }

  /** Goes on with the steps until one says that there is no more to do. */
  run(): void {
    if (this.#running) return;
    this.#running = true;
    this.#post();
  }

  /** Makes a step wait for `run` to be called again. */
  pause(): void {
    this.#running = false;
  }

  /** Whether an event is the one in which steps are made. */
  makes(event: unknown): boolean {
    return event !== null && event === this.#event;
  }

  #post(): void {
    if (this.#posted) return;
    this.#posted = true;
    natives.postMessage(this.#port, null);
  }

  #turn(): void {
    if (!this.#running || this.#pausesAt === null) return;
    if (natives.now() > this.#pausesAt) this.#pausesAt = null;
    else if (!this.#step()) this.#running = false;
  }
}
