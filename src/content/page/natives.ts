/*
 * The realm's natives as they were before the page's first script. The page world calls these once the
 * page has run: what a page replaces or freezes later does not reach us here.
 */

const { apply, construct, getOwnPropertyDescriptor } = Reflect;

/** The native getter of an accessor, as a function of its object. */
export function getter<T>(owner: object, key: string): (self: object) => T {
  const get = getOwnPropertyDescriptor(owner, key)?.get;
  if (!get) throw new TypeError(`${key} is not an accessor here`);
  return (self) => apply(get, self, []);
}

/** A native method, as a function of its object and arguments. */
export function method<A extends readonly unknown[], R>(
  native: (...args: A) => R,
): (self: unknown, ...args: A) => R {
  return (self, ...args) => apply(native, self, args);
}

const { performance, reportError } = globalThis;
const { imul, max } = Math;
// Not in all browsers yet.
const trustedTypes: unknown = Reflect.get(globalThis, 'trustedTypes');
const isScript: unknown =
  typeof trustedTypes === 'object' && trustedTypes && Reflect.get(trustedTypes, 'isScript');
// The types of Node.js, which tests bring along, would give objects for ids.
interface NativeTimers {
  setTimeout(handler: unknown, ms?: number, ...args: readonly unknown[]): number;
  setInterval(handler: unknown, ms?: number, ...args: readonly unknown[]): number;
  clearTimeout(id: number): void;
}
const timers: NativeTimers = self;

/** A map whose methods are its own: the page may replace those of all others. */
function ownMap<K, V>(): Map<K, V> {
  const map = new Map<K, V>();
  for (const key of ['get', 'set', 'delete'] as const) {
    Reflect.defineProperty(map, key, { value: Map.prototype[key] });
  }
  return map;
}

export const natives = {
  ownMap,
  apply,
  construct,
  defineProperty: Reflect.defineProperty,
  getOwnPropertyDescriptor,
  Date: globalThis.Date,
  dateNow: globalThis.Date.now,
  Proxy: globalThis.Proxy,
  Promise: globalThis.Promise,
  settled: method<[() => void, () => void], unknown>(globalThis.Promise.prototype.then),
  MessageChannel: globalThis.MessageChannel,
  /** ms since the realm began, by the real clock. */
  now: performance.now.bind(performance),
  Function: globalThis.Function,
  setTimeout: timers.setTimeout.bind(globalThis),
  setInterval: timers.setInterval.bind(globalThis),
  clearTimeout: timers.clearTimeout.bind(globalThis),
  /** Web IDL's long, converted once, as natives do: https://webidl.spec.whatwg.org/#es-long */
  toLong: (value: unknown): number =>
    typeof value === 'number' ? value | 0 : apply(imul, undefined, [value, 1]),
  /** A number, converted once, as natives do: https://tc39.es/ecma262/#sec-tonumber */
  toNumber: (value: unknown): number => apply(max, undefined, [value]),
  isTrustedScript: (value: unknown): boolean =>
    typeof isScript === 'function' && apply(isScript, trustedTypes, [value]),
  /** A signal that aborts after so many ms: a timer that no page can clear, and that uses up no id. */
  abortAfter: AbortSignal.timeout.bind(AbortSignal),
  reportError: (error: unknown): void => reportError(error),
  addEventListener: method(EventTarget.prototype.addEventListener),
  dispatchEvent: method(EventTarget.prototype.dispatchEvent),
  postMessage: method<[unknown], void>(MessagePort.prototype.postMessage),
  startPort: method<[], void>(MessagePort.prototype.start),
  messageData: getter<unknown>(MessageEvent.prototype, 'data'),
  messagePorts: getter<readonly MessagePort[]>(MessageEvent.prototype, 'ports'),
  eventDetail: getter<unknown>(CustomEvent.prototype, 'detail'),
  removeEventListener: method(EventTarget.prototype.removeEventListener),
  Event: globalThis.Event,
  ProgressEvent: globalThis.ProgressEvent,
  URL: globalThis.URL,
  addressText: method<[], string>(URL.prototype.toString),
} as const;
