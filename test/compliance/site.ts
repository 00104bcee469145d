import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const html = (body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Compliance</title><body>${body}`;

export interface Site {
  /** Without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the pages that the cases run in, and what they load. `script` is what `page.ts` is made into. */
export async function startSite(script: string): Promise<Site> {
  const files: Readonly<
    Record<string, readonly [type: string, text: () => string, policy?: string]>
  > = {
    '/': ['text/html', () => html('<script src="/page.js"></script>')],
    '/frame': ['text/html', () => html('<script>var firstSaw = Date.now()</script>')],
    // For frames of another site, which only messages come from.
    '/tell': [
      'text/html',
      () =>
        html(
          '<script>(parent === self ? opener : parent).postMessage({ now: Date.now(), text: Date() }, "*")</script>',
        ),
    ],
    '/page.js': ['text/javascript', () => script],
    '/worker.js': [
      'text/javascript',
      () => `var answer = (port) => port.postMessage({ now: Date.now(), parts: new Intl.DateTimeFormat('en', { year: 'numeric' }).format(), name: self.name, href: location.href });
             if (typeof postMessage === 'function') answer(self);
             else addEventListener('connect', (event) => answer(event.ports[0]));`,
    ],
    '/module.js': [
      'text/javascript',
      () => 'postMessage({ now: Date.now(), strict: this === undefined });',
    ],
    '/workers/relative.js': [
      'text/javascript',
      () => `importScripts('beside.js');
             const request = new XMLHttpRequest();
             request.open('GET', 'data.txt', false);
             request.send();
             const nested = new Worker('nested.js');
             Promise.all([
               fetch('data.txt').then((response) => response.text()),
               fetch(new Request('../workers/data.txt')).then((response) => response.text()),
               new Promise((resolve) => { nested.onmessage = ({ data }) => resolve(data); }),
             ]).then(([fetched, requested, nestedSays]) =>
               postMessage({ imported, sync: request.responseText, fetched, requested, nestedSays, now: Date.now(),
                 place: [location.pathname, location.origin === origin, String(location) === location.href, new URL('x', location).pathname] }));`,
    ],
    '/workers/beside.js': ['text/javascript', () => 'var imported = location.pathname;'],
    '/workers/nested.js': [
      'text/javascript',
      () => 'postMessage({ now: Date.now(), path: location.pathname });',
    ],
    '/workers/data.txt': ['text/plain', () => 'beside'],
    '/workers/module.js': [
      'text/javascript',
      () => `import { part } from './part.js';
             postMessage({ part, path: new URL(import.meta.url).pathname, now: Date.now() });
             onmessage = ({ data }) => postMessage({ data });`,
    ],
    '/workers/part.js': [
      'text/javascript',
      () => 'export const part = [new URL(import.meta.url).pathname, Date.now() > 0];',
    ],
    '/workers/talk.js': [
      'text/javascript',
      () => `postMessage('first');
             onmessage = ({ data, ports }) => {
               postMessage(data, data instanceof ArrayBuffer ? [data] : []);
               if (ports[0]) ports[0].postMessage('by port');
             };`,
    ],
    '/workers/throw.js': ['text/javascript', () => '\n  throw new RangeError("mine");'],
    '/no-blob-workers': [
      'text/html',
      () => html(''),
      "script-src 'self' 'unsafe-inline'; worker-src 'self'",
    ],
    '/no-imports': ['text/html', () => html(''), "script-src 'nonce-a'; worker-src 'self' blob:"],
    '/trusted-types': ['text/html', () => html(''), "require-trusted-types-for 'script'"],
    // The machine's own time, by which a page can tell how fast its own goes.
    '/now': ['application/json', () => String(Date.now())],
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [type, text, policy] = files[pathname] ?? ['text/plain', () => 'There is no such file.'];
    response.writeHead(pathname in files ? 200 : 404, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      ...(policy !== undefined && { 'content-security-policy': policy }),
    });
    response.end(text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
