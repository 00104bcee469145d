/*
 * The realm's natives as they were before the page's first script. The page world calls these once the
 * page has run: what a page replaces or freezes later does not reach us here.
 */

export const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect;

/**
 * The native getter of an accessor, as a function of its object.
 * @__NO_SIDE_EFFECTS__
 */
export function getter<T>(owner: object, key: string): (self: object) => T {
  const get = getOwnPropertyDescriptor(owner, key)?.get;
  if (!get) throw new TypeError(`${key} is not an accessor here`);
  return (self) => apply(get, self, []);
}

/**
 * A native method, as a function of its object and arguments.
 * @__NO_SIDE_EFFECTS__
 */
export function method<A extends readonly unknown[], R>(
  native: (...args: A) => R,
): (self: unknown, ...args: A) => R {
  return (self, ...args) => apply(native, self, args);
}

const {
  Date: NativeDate,
  Function: NativeFunction,
  Promise: NativePromise,
  Proxy: NativeProxy,
} = globalThis;

export {
  NativeDate as Date,
  NativeFunction as Function,
  NativePromise as Promise,
  NativeProxy as Proxy,
};
export const { Event, MessageChannel, ProgressEvent, URL } = globalThis;

/** A map whose methods are its own: the page may replace those of all others. */
export function ownMap<K, V>(): Map<K, V> {
  const map = new Map<K, V>();
  for (const key of ['get', 'set', 'delete'] as const) {
    defineProperty(map, key, { value: Map.prototype[key] });
  }
  return map;
}

/** The same of a map that holds its keys weakly. */
export function ownWeakMap<K extends WeakKey, V>(): WeakMap<K, V> {
  const map = new WeakMap<K, V>();
  for (const key of ['get', 'set'] as const) {
    defineProperty(map, key, { value: WeakMap.prototype[key] });
  }
  return map;
}

export const dateNow = NativeDate.now;
/** ms since the realm began, by the real clock. */
export const now = performance.now.bind(performance);

// The types of Node.js, which tests bring along, would give objects for ids.
interface NativeTimers {
  setTimeout(handler: unknown, ms?: number, ...args: readonly unknown[]): number;
  setInterval(handler: unknown, ms?: number, ...args: readonly unknown[]): number;
  clearTimeout(id: number): void;
}
const timers: NativeTimers = self;
export const setTimeout = timers.setTimeout.bind(globalThis);
export const setInterval = timers.setInterval.bind(globalThis);
export const clearTimeout = timers.clearTimeout.bind(globalThis);
/** A signal that aborts after so many ms: a timer that no page can clear, and that uses up no id. */
export const abortAfter = AbortSignal.timeout.bind(AbortSignal);

const { imul, max } = Math;
/** Web IDL's long, converted once, as natives do: https://webidl.spec.whatwg.org/#es-long */
export const toLong = (value: unknown): number =>
  typeof value === 'number' ? value | 0 : apply(imul, undefined, [value, 1]);
/** A number, converted once, as natives do: https://tc39.es/ecma262/#sec-tonumber */
export const toNumber = (value: unknown): number => apply(max, undefined, [value]);

// Not in all browsers yet.
const trustedTypes: unknown = Reflect.get(globalThis, 'trustedTypes');
const isScript: unknown =
  typeof trustedTypes === 'object' && trustedTypes && Reflect.get(trustedTypes, 'isScript');
export const isTrustedScript = (value: unknown): boolean =>
  typeof isScript === 'function' && apply(isScript, trustedTypes, [value]);

const { reportError: report } = globalThis;
export const reportError = (error: unknown): void => report(error);
export const settled = method<[() => void, () => void], unknown>(NativePromise.prototype.then);
export const addEventListener = method(EventTarget.prototype.addEventListener);
export const removeEventListener = method(EventTarget.prototype.removeEventListener);
export const dispatchEvent = method(EventTarget.prototype.dispatchEvent);
export const postMessage = method<[unknown], void>(MessagePort.prototype.postMessage);
export const startPort = method<[], void>(MessagePort.prototype.start);
export const messageData = getter<unknown>(MessageEvent.prototype, 'data');
export const messagePorts = getter<readonly MessagePort[]>(MessageEvent.prototype, 'ports');
export const eventDetail = getter<unknown>(CustomEvent.prototype, 'detail');
export const exec = method<[string], RegExpExecArray | null>(RegExp.prototype.exec);
export const matches = (pattern: RegExp, text: string): boolean => exec(pattern, text) !== null;
export const addressText = method<[], string>(URL.prototype.toString);
