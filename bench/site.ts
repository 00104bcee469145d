import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Site {
  /** Without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves what a listener answers, under the machine's name and, to browsers, under all that end with it. */
export async function serve(answer: RequestListener): Promise<Site> {
  const server = createServer(answer);
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

/** Serves an empty page: what is measured should be all that goes on in it. */
export const startSite = (): Promise<Site> =>
  serve((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      // Browsers give a page that is alone in its process a finer clock.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end('<!doctype html><html lang="en"><title>Bench</title><body>');
  });
