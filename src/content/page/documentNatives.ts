import { getter, method } from './natives.ts';

const geolocation: Geolocation | undefined = navigator.geolocation;

/** The natives of documents, as they were before the page's first script. */
export const documentNatives = {
  /** The visitor's real position; null where browsers offer none, as on pages that are not secure. */
  geolocation: geolocation ? geolocation.getCurrentPosition.bind(geolocation) : null,
  getElementById: method<[string], Element | null>(Document.prototype.getElementById),
  querySelector: method<[string], Element | null>(Document.prototype.querySelector),
  textContent: getter<string | null>(Node.prototype, 'textContent'),
  className: getter<string>(Element.prototype, 'className'),
  contentDocument: getter<Document | null>(HTMLIFrameElement.prototype, 'contentDocument'),
} as const;
