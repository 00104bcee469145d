import type { CountryOverride } from '../../../../model/visitor/country.ts';
import { natives } from '../../natives.ts';
import { replaceMethod, type Undo, undoAll } from '../../patches.ts';
import { serviceFor } from './services/index.ts';

const CONTENT_TYPE = 'application/json; charset=utf-8';

/** Answers fetch and XMLHttpRequest to location services from the country; every other request is the native's. */
export function overrideRequests(country: CountryOverride): Undo {
  return undoAll([
    replaceMethod(globalThis, 'fetch', (native, self, args) => {
      const [input] = args;
      const address = input instanceof Request ? input.url : String(input);
      const service = serviceFor(address);
      if (!service) return natives.apply(native, self, args);
      const response = Response.json(service.answer(country), {
        headers: { 'content-type': CONTENT_TYPE },
      });
      natives.defineProperty(response, 'url', { value: new URL(address, document.baseURI).href });
      return natives.Promise.resolve(response);
    }),
    overrideXhr(country),
  ]);
}

function overrideXhr(country: CountryOverride): Undo {
  /** The requests that were opened for a location service: their address, and whether they are asynchronous. */
  const opened = new WeakMap<XMLHttpRequest, { address: string; async: boolean }>();
  const { prototype } = XMLHttpRequest;
  return undoAll([
    replaceMethod(prototype, 'open', (native, self, args) => {
      const [, address, async] = args;
      const result: unknown = natives.apply(native, self, args);
      if (self instanceof XMLHttpRequest) {
        if (serviceFor(String(address)))
          opened.set(self, { address: String(address), async: async !== false });
        else opened.delete(self);
      }
      return result;
    }),
    replaceMethod(prototype, 'send', (native, self, args) => {
      const request = self instanceof XMLHttpRequest ? opened.get(self) : undefined;
      const service = request && serviceFor(request.address);
      if (!request || !service || !(self instanceof XMLHttpRequest))
        return natives.apply(native, self, args);
      const deliver = () => respond(self, request.address, JSON.stringify(service.answer(country)));
      if (request.async) natives.setTimeout(deliver, 0);
      else deliver();
      return undefined;
    }),
  ]);
}

/** Makes a request that was opened but never sent look answered, and tells its listeners. */
function respond(xhr: XMLHttpRequest, address: string, body: string): void {
  const set = (values: Readonly<Record<string, unknown>>) => {
    for (const [key, value] of Object.entries(values)) {
      natives.defineProperty(xhr, key, { value, configurable: true });
    }
  };
  const headers = `content-type: ${CONTENT_TYPE}\r\n`;
  set({
    status: 200,
    statusText: 'OK',
    responseURL: new URL(address, document.baseURI).href,
    getAllResponseHeaders: () => headers,
    getResponseHeader: (name: string) =>
      name.toLowerCase() === 'content-type' ? CONTENT_TYPE : null,
    response: bodyAs(xhr.responseType, body),
    ...(xhr.responseType === '' || xhr.responseType === 'text' ? { responseText: body } : {}),
  });
  for (const readyState of [2, 3, 4]) {
    set({ readyState });
    natives.dispatchEvent(xhr, new Event('readystatechange'));
  }
  const size = new TextEncoder().encode(body).length;
  for (const type of ['progress', 'load', 'loadend']) {
    natives.dispatchEvent(
      xhr,
      new ProgressEvent(type, { lengthComputable: true, loaded: size, total: size }),
    );
  }
}

function bodyAs(type: XMLHttpRequestResponseType, body: string): unknown {
  switch (type) {
    case 'json':
      return JSON.parse(body);
    case 'blob':
      return new Blob([body], { type: CONTENT_TYPE });
    case 'arraybuffer':
      return new TextEncoder().encode(body).buffer;
    default:
      return body;
  }
}
