import { natives } from '../../natives.ts';
import { replaceMethod, type StandIn, type Undo, undoAll } from '../../patches.ts';
import type { Dial } from '../../time/dial.ts';
import { Timer } from '../../time/timer.ts';

type Handler = (...args: readonly unknown[]) => unknown;

/**
 * A function of this realm. The errors of another realm's are reported there, which only the browser can
 * do, and a text as handler is the page's eval, which its CSP and Trusted Types decide on.
 */
export const isOwnFunction = (value: unknown): value is Handler =>
  typeof value === 'function' && value instanceof natives.Function;

/** The page's timers that are pending, by the ids that it knows. */
const pending = natives.ownMap<number, PageTimer>();

/** A timer of the page. */
abstract class PageTimer<H = unknown> extends Timer {
  id = 0;
  nativeId = 0;
  readonly handler: H;
  readonly args: readonly unknown[];

  constructor(dial: Dial, interval: number | null, handler: H, args: readonly unknown[]) {
    super(dial, interval);
    this.handler = handler;
    this.args = args;
  }
}

const fire = (timer: PageTimer) => timer.dial.fired(timer);

/** A timer whose handler we call. */
class HandlerTimer extends PageTimer<Handler> {
  arm(ms: number, interval: number | null): void {
    this.disarm();
    if (interval === null) this.nativeId = natives.setTimeout(fire, ms, this);
    else if (ms === interval) this.nativeId = natives.setInterval(fire, ms, this);
    else {
      this.nativeId = natives.setTimeout(() => {
        this.nativeId = natives.setInterval(fire, interval, this);
        fire(this);
      }, ms);
    }
  }

  disarm(): void {
    if (this.nativeId !== 0) natives.clearTimeout(this.nativeId);
    this.nativeId = 0;
  }

  run(): boolean {
    if (this.interval === null) pending.delete(this.id);
    natives.apply(this.handler, globalThis, this.args);
    return false;
  }
}

/** A timer whose handler only the browser can run. A second one, right behind it, tells that it has run. */
class BrowserTimer extends PageTimer {
  #follower = 0;

  arm(ms: number, interval: number | null): void {
    const isInterval = interval !== null && ms === interval;
    this.#set(isInterval ? natives.setInterval : natives.setTimeout, ms, () => {
      if (interval === null) pending.delete(this.id);
      else if (!isInterval) this.arm(interval, interval);
      this.dial.done(this);
    });
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
    if (this.interval === null) pending.delete(this.id);
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

const isThisRealm = (self: unknown): boolean =>
  self === undefined || self === null || self === globalThis;

/** A text, or one that the page's Trusted Types have let through; converted once. */
const textHandler = (handler: unknown): unknown =>
  natives.isTrustedScript(handler) ? handler : `${handler}`;

/** Puts the page's timers on the dial, so that a skip reaches them. */
export function overrideTimers(dial: Dial): Undo {
  const set =
    (repeats: boolean): StandIn =>
    (native, self, args) => {
      if (args.length === 0 || !isThisRealm(self)) return natives.apply(native, self, args);
      const rest: unknown[] = [];
      for (let index = 2; index < args.length; index++) rest[index - 2] = args[index];
      const isFunction = typeof args[0] === 'function';
      const handler = isFunction ? args[0] : textHandler(args[0]);
      const ms = natives.toLong(args[1]);
      const interval = repeats ? (ms > 1 ? ms : 1) : null;
      const timer = isOwnFunction(handler)
        ? new HandlerTimer(dial, interval, handler, rest)
        : new BrowserTimer(dial, interval, handler, rest);
      dial.add(timer, repeats ? (ms > 1 ? ms : 1) : ms);
      timer.id = timer.nativeId;
      // A text that the page's CSP forbids gets no timer.
      if (timer.id === 0) dial.remove(timer);
      else pending.set(timer.id, timer);
      return timer.id;
    };
  const clear: StandIn = (native, self, args) => {
    if (!isThisRealm(self)) return natives.apply(native, self, args);
    const id = natives.toLong(args[0]);
    const timer = pending.get(id);
    if (!timer) return natives.clearTimeout(id);
    pending.delete(id);
    dial.remove(timer);
    return undefined;
  };
  return undoAll([
    replaceMethod(globalThis, 'setTimeout', set(false)),
    replaceMethod(globalThis, 'setInterval', set(true)),
    replaceMethod(globalThis, 'clearTimeout', clear),
    replaceMethod(globalThis, 'clearInterval', clear),
  ]);
}
