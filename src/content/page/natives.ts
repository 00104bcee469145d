/*
 * The page's natives as they were before its first script. The page world calls nothing else by name
 * once the page has run: what a page replaces or freezes later cannot reach us, nor see us.
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

const { performance: clock } = globalThis;
const geolocation: Geolocation | undefined = navigator.geolocation;
const performanceNow = Performance.prototype.now;
const windowSetTimeout: (handler: TimerHandler, ms?: number) => number = window.setTimeout;
const windowClearTimeout = window.clearTimeout;
const windowReportError = window.reportError;

export const natives = {
  apply,
  construct,
  defineProperty: Reflect.defineProperty,
  getOwnPropertyDescriptor,
  Date: globalThis.Date,
  dateNow: globalThis.Date.now,
  Proxy: globalThis.Proxy,
  Promise: globalThis.Promise,
  MessageChannel: globalThis.MessageChannel,
  /** ms since the document began, by the real clock. */
  now: (): number => apply(performanceNow, clock, []),
  setTimeout: (callback: () => void, ms: number): number =>
    apply(windowSetTimeout, window, [callback, ms]),
  clearTimeout: (id: number): void => apply(windowClearTimeout, window, [id]),
  reportError: (error: unknown): void => apply(windowReportError, window, [error]),
  addEventListener: method(EventTarget.prototype.addEventListener),
  dispatchEvent: method(EventTarget.prototype.dispatchEvent),
  postMessage: method<[unknown], void>(MessagePort.prototype.postMessage),
  startPort: method<[], void>(MessagePort.prototype.start),
  messageData: getter<unknown>(MessageEvent.prototype, 'data'),
  messagePorts: getter<readonly MessagePort[]>(MessageEvent.prototype, 'ports'),
  eventDetail: getter<unknown>(CustomEvent.prototype, 'detail'),
  /** The visitor's real position; null where browsers offer none, as on pages that are not secure. */
  geolocation: geolocation ? geolocation.getCurrentPosition.bind(geolocation) : null,
  getElementById: method<[string], Element | null>(Document.prototype.getElementById),
  querySelector: method<[string], Element | null>(Document.prototype.querySelector),
  textContent: getter<string | null>(Node.prototype, 'textContent'),
  className: getter<string>(Element.prototype, 'className'),
  contentDocument: getter<Document | null>(HTMLIFrameElement.prototype, 'contentDocument'),
  baseURI: getter<string>(Node.prototype, 'baseURI'),
  isConnected: getter<boolean>(Node.prototype, 'isConnected'),
  elementsIn: method<[string], NodeListOf<Element>>(Element.prototype.querySelectorAll),
  elementsInFragment: method<[string], NodeListOf<Element>>(
    DocumentFragment.prototype.querySelectorAll,
  ),
  getAttribute: method<[string], string | null>(Element.prototype.getAttribute),
  setAttribute: method<[string, string], void>(Element.prototype.setAttribute),
  removeAttribute: method<[string], void>(Element.prototype.removeAttribute),
  removeEventListener: method(EventTarget.prototype.removeEventListener),
  Event: globalThis.Event,
  ProgressEvent: globalThis.ProgressEvent,
  URL: globalThis.URL,
  addressText: method<[], string>(URL.prototype.toString),
} as const;
