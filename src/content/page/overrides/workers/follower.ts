import * as natives from '../../natives.ts';
import type { WorkerAnswer, WorkerOrder } from './given.ts';
import { workerNatives } from './workerNatives.ts';

/** What the second argument of postMessage hands over; null if it is none: https://html.spec.whatwg.org/multipage/workers.html#dom-worker-postmessage */
const transferOf = (given: unknown): unknown[] | null => {
  if (given === undefined || given === null) return [];
  if (Object(given) !== given) return null;
  const list: unknown =
    Symbol.iterator in Object(given) ? given : Reflect.get(Object(given), 'transfer');
  return list === undefined ? [] : Array.from(Object(list));
};

interface Outcome {
  /** The worker runs the site's script, by our clock. */
  ready(): void;
  /** Nothing of the site's script has run; gives the worker that keeps the real time in its stead. */
  failed(): Worker;
  terminated(): void;
  /** A worker that this one has made keeps the real time. */
  madeRealOne(): void;
}

/**
 * A worker that has been made with our clock before the site's script. Whether the page's content security
 * policy lets it run is known only later. What is posted to it waits for that; and if it cannot run, another
 * worker does the work, with the real time, behind the object that the page has.
 */
export class Follower {
  /** The object that the page has; null once the page can do with it alone. */
  #inPlace: Worker | null;
  readonly #port: MessagePort;
  readonly #outcome: Outcome;
  /** What has been posted, with what it hands over; null once the worker can take it. */
  #waiting: { readonly message: unknown; readonly transfer: unknown[] }[] | null = [];
  #real: Worker | null = null;
  #isTerminated = false;
  /** ms skipped where the worker was made, as far as it has been told. */
  skipped: number;

  constructor(inPlace: Worker, skipped: number, outcome: Outcome) {
    this.#inPlace = inPlace;
    this.#outcome = outcome;
    this.skipped = skipped;
    const { port1, port2 } = new natives.MessageChannel();
    this.#port = port1;
    natives.addEventListener(port1, 'message', (event: Event) =>
      this.#hear(natives.messageData(event)),
    );
    // Some browsers tell when a worker has ended by itself.
    natives.addEventListener(port1, 'close', () => {
      if (!this.isNeeded) outcome.terminated();
    });
    natives.startPort(port1);
    workerNatives.postMessage(inPlace, null, [port2]);
    natives.addEventListener(inPlace, 'error', (event: Event) => {
      // A worker whose script could not be loaded has a plain event: nothing of it has run.
      if (this.#waiting === null || this.#real || event instanceof workerNatives.ErrorEvent) return;
      if (!Reflect.get(event, 'isTrusted')) return;
      workerNatives.stopImmediatePropagation(event);
      this.#fallBack();
    });
  }

  tell(order: WorkerOrder): void {
    natives.postMessage(this.#port, order);
  }

  /** Worker.prototype.postMessage */
  post(args: readonly unknown[]): unknown {
    const transfer = this.#waiting && transferOf(args[1]);
    // What is wrong with the arguments is the native's to say.
    if (this.#waiting === null || args.length === 0 || transfer === null)
      return natives.apply(workerNatives.post, this.#real ?? this.#inPlace, args);
    const posted = { message: args[0], transfer };
    this.#waiting[this.#waiting.length] = natives.apply(workerNatives.structuredClone, undefined, [
      posted,
      { transfer },
    ]);
    return undefined;
  }

  /** Worker.prototype.terminate */
  terminate(): void {
    this.#isTerminated = true;
    if (this.#real) workerNatives.terminate(this.#real);
    this.#outcome.terminated();
  }

  /** Whether it has to be asked before something is done to the object that the page has. */
  get isNeeded(): boolean {
    return this.#waiting !== null || this.#real !== null;
  }

  #hear(answer: unknown): void {
    const said: Partial<Record<WorkerAnswer, () => void>> = {
      ready: () => {
        this.#outcome.ready();
        this.#flush(this.#inPlace);
        this.#inPlace = null;
      },
      'not loaded': () => this.#fallBack(),
      'real worker': () => this.#outcome.madeRealOne(),
    };
    if (answer === 'ready' || answer === 'not loaded' || answer === 'real worker') said[answer]?.();
  }

  #flush(to: Worker | null): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (let index = 0; index < waiting.length; index++) {
      const { message, transfer = [] } = waiting[index] ?? {};
      if (to) workerNatives.postMessage(to, message, transfer);
    }
  }

  #fallBack(): void {
    const inPlace = this.#inPlace;
    if (this.#isTerminated || !inPlace) return;
    const real = this.#outcome.failed();
    this.#real = real;
    workerNatives.terminate(inPlace);
    const pass = (type: string, again: (event: Event) => Event) =>
      natives.addEventListener(real, type, (event: Event) => {
        if (this.#isTerminated) return;
        if (!natives.dispatchEvent(inPlace, again(event))) workerNatives.preventDefault(event);
      });
    for (const type of ['message', 'messageerror'])
      pass(type, (event) => {
        const ports = [...natives.messagePorts(event)];
        const data = natives.messageData(event);
        return new workerNatives.MessageEvent(type, { data, ports });
      });
    pass('error', (event) => {
      if (!(event instanceof workerNatives.ErrorEvent)) return new natives.Event('error');
      const { message, filename, lineno, colno } = event;
      const error: unknown = event.error;
      const parts = { message, filename, lineno, colno, error, cancelable: true };
      return new workerNatives.ErrorEvent('error', parts);
    });
    this.#flush(real);
  }
}
