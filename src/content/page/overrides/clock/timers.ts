import type { Callable } from '../../disguise.ts';
import * as natives from '../../natives.ts';
import { replaceFunction, type Undo, undoAll } from '../../patches.ts';
import type { Dial } from '../../time/dial.ts';
import { Timer } from '../../time/timer.ts';

type Handler = (...args: readonly unknown[]) => unknown;

/**
 * A function of this realm. The errors of another realm's are reported there, which only the browser can
 * do, and a text as handler is the page's eval, which its CSP and Trusted Types decide on.
 */
export const isOwnFunction = (value: unknown): value is Handler =>
  typeof value === 'function' && value instanceof natives.Function;

/** A timer of the page. */
abstract class PageTimer<H = unknown> extends Timer {
  nativeId = 0;
  readonly handler: H;
  readonly args: readonly unknown[];

  constructor(dial: Dial, interval: number | null, handler: H, args: readonly unknown[]) {
    super(dial, interval);
    this.handler = handler;
    this.args = args;
  }
}

/** A timer whose handler we call. */
class HandlerTimer extends PageTimer<Handler> {
  arm(ms: number, interval: number | null): number {
    this.disarm();
    // A closure costs less than an argument that the native timer has to keep.
    const fire = () => this.dial.fired(this);
    if (interval === null) this.nativeId = natives.setTimeout(fire, ms);
    else if (ms === interval) this.nativeId = natives.setInterval(fire, ms);
    else {
      this.nativeId = natives.setTimeout(() => {
        this.nativeId = natives.setInterval(fire, interval);
        fire();
      }, ms);
    }
    return this.nativeId;
  }

  disarm(): void {
    if (this.nativeId !== 0) natives.clearTimeout(this.nativeId);
    this.nativeId = 0;
  }

  run(): boolean {
    natives.apply(this.handler, globalThis, this.args);
    return false;
  }
}

/** A timer whose handler only the browser can run. A second one, right behind it, tells that it has run. */
class BrowserTimer extends PageTimer {
  #follower = 0;

  arm(ms: number, interval: number | null): number {
    const isInterval = interval !== null && ms === interval;
    this.#set(isInterval ? natives.setInterval : natives.setTimeout, ms, () => {
      if (interval !== null && !isInterval) this.arm(interval, interval);
      this.dial.done(this);
    });
    return this.nativeId;
  }

  #set(native: typeof natives.setTimeout, ms: number, done: () => void): void {
    this.disarm();
    this.nativeId = natives.apply(native, undefined, withHandler(this.handler, ms, this.args));
    this.#follower = native(done, ms);
  }

  disarm(): void {
    natives.clearTimeout(this.nativeId);
    natives.clearTimeout(this.#follower);
  }

  run(done: () => void): boolean {
    this.#set(natives.setTimeout, 0, done);
    return true;
  }
}

/** The arguments of a native timer. */
function withHandler(handler: unknown, ms: number, rest: readonly unknown[]): unknown[] {
  const args = [handler, ms];
  for (let index = 0; index < rest.length; index++) args[index + 2] = rest[index];
  return args;
}

const NONE: readonly unknown[] = [];

/** What a handler is called with: all that comes after it and its ms. */
function argumentsOf(args: ArrayLike<unknown>): readonly unknown[] {
  const rest: unknown[] = [];
  for (let index = 2; index < args.length; index++) rest[index - 2] = args[index];
  return rest;
}

const isThisRealm = (self: unknown): boolean =>
  self === undefined || self === null || self === globalThis;

/** A text, or one that the page's Trusted Types have let through; converted once. */
const textHandler = (handler: unknown): unknown =>
  natives.isTrustedScript(handler) ? handler : `${handler}`;

/** Puts the page's timers on the dial, so that a skip reaches them. */
export function overrideTimers(dial: Dial): Undo {
  const set = (repeats: boolean) => (native: Callable) => {
    const { inPlace } = {
      inPlace(this: unknown, given: unknown, timeout: unknown): unknown {
        // biome-ignore lint/complexity/noArguments: rest arguments would cost an array for each timer.
        const args = arguments;
        if (args.length === 0 || !isThisRealm(this)) return natives.apply(native, this, args);
        const handler = typeof given === 'function' ? given : textHandler(given);
        const ms = natives.toLong(timeout);
        const interval = repeats ? (ms > 1 ? ms : 1) : null;
        const rest = args.length > 2 ? argumentsOf(args) : NONE;
        const timer = isOwnFunction(handler)
          ? new HandlerTimer(dial, interval, handler, rest)
          : new BrowserTimer(dial, interval, handler, rest);
        dial.add(timer, interval ?? ms);
        return timer.id;
      },
    };
    return inPlace;
  };
  const clear = (native: Callable) => {
    const { inPlace } = {
      inPlace(this: unknown, given: unknown): unknown {
        if (!isThisRealm(this)) return natives.apply(native, this, [given]);
        const id = natives.toLong(given);
        // The others' ids are below, and not the page's to clear.
        return id > 0 && dial.remove(id) ? undefined : natives.clearTimeout(id);
      },
    };
    return inPlace;
  };
  return undoAll([
    replaceFunction(globalThis, 'setTimeout', set(false)),
    replaceFunction(globalThis, 'setInterval', set(true)),
    replaceFunction(globalThis, 'clearTimeout', clear),
    replaceFunction(globalThis, 'clearInterval', clear),
  ]);
}
