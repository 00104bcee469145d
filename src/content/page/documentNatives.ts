import { getter, method } from './natives.ts';

/** Tells of changes before any other script runs. */
export const { MutationObserver } = globalThis;

const geolocation: Geolocation | undefined = navigator.geolocation;

/** The natives of documents, as they were before the page's first script. */
export const documentNatives = {
  /** The visitor's real position; null where browsers offer none, as on pages that are not secure. */
  geolocation: geolocation ? geolocation.getCurrentPosition.bind(geolocation) : null,
  getElementById: method<[string], Element | null>(Document.prototype.getElementById),
  querySelector: method<[string], Element | null>(Document.prototype.querySelector),
  textContent: getter<string | null>(Node.prototype, 'textContent'),
  className: getter<string>(Element.prototype, 'className'),
  observe: method(MutationObserver.prototype.observe),
  stopObserving: method(MutationObserver.prototype.disconnect),
  documentElement: getter<HTMLElement | null>(Document.prototype, 'documentElement'),
  head: getter<HTMLHeadElement | null>(Document.prototype, 'head'),
  body: getter<HTMLElement | null>(Document.prototype, 'body'),
  baseURI: getter<string>(Node.prototype, 'baseURI'),
  isConnected: getter<boolean>(Node.prototype, 'isConnected'),
  elementsIn: method<[string], NodeListOf<Element>>(Element.prototype.querySelectorAll),
  elementsInFragment: method<[string], NodeListOf<Element>>(
    DocumentFragment.prototype.querySelectorAll,
  ),
  getAttribute: method<[string], string | null>(Element.prototype.getAttribute),
  setAttribute: method<[string, string], void>(Element.prototype.setAttribute),
  removeAttribute: method<[string], void>(Element.prototype.removeAttribute),
  contentDocument: getter<Document | null>(HTMLIFrameElement.prototype, 'contentDocument'),
} as const;
