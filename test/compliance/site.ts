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
  const files: Readonly<Record<string, readonly [type: string, text: () => string]>> = {
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
    // The machine's own time, by which a page can tell how fast its own goes.
    '/now': ['application/json', () => String(Date.now())],
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [type, text] = files[pathname] ?? ['text/plain', () => 'There is no such file.'];
    response.writeHead(pathname in files ? 200 : 404, {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
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
