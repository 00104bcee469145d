import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { join } from 'node:path';

/** What came in, in the letters of its headers. */
export interface SiteRequest {
  /** Path and query. */
  readonly url: string;
  readonly cookie: string | undefined;
  readonly referer: string | undefined;
  /** All names and values of its headers in turn, in their order. */
  readonly rawHeaders: readonly string[];
}

/** What a page answers with; a redirect if it names a location. */
export interface SitePage {
  readonly html?: string;
  readonly cookies?: readonly string[];
  readonly location?: string;
}

/** A certificate of nobody, for this machine only; the driven browsers ask no better. */
const pem = (name: string) => readFileSync(join(import.meta.dirname, 'https', `${name}.pem`));

/** A site of a test's own, over https, so that secure and partitioned cookies can be had. */
export class SecureSite {
  readonly origin: string;
  /** The documents that were asked for, in order. */
  readonly requests: SiteRequest[];
  readonly #server: Server;

  private constructor(server: Server, port: number, requests: SiteRequest[]) {
    this.#server = server;
    this.origin = `https://127.0.0.1:${port}`;
    this.requests = requests;
  }

  /** Serves what `answer` says for a path. */
  static async start(answer: (path: string) => SitePage): Promise<SecureSite> {
    const requests: SiteRequest[] = [];
    const server = createServer(
      { key: pem('key'), cert: pem('certificate') },
      (request, response) => {
        const { url = '/', headers, rawHeaders } = request;
        if (url === '/favicon.ico') {
          response.writeHead(404).end();
          return;
        }
        requests.push({ url, cookie: headers.cookie, referer: headers.referer, rawHeaders });
        // Browsers correct the expiry of cookies by the server's clock, to some part of a second.
        response.sendDate = false;
        const { html = '<p>Nothing here.', cookies = [], location } = answer(url);
        response.writeHead(location === undefined ? 200 : 302, {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'set-cookie': [...cookies],
          ...(location !== undefined && { location }),
        });
        response.end(`<!doctype html><title>Test</title>${html}`);
      },
    );
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    return new SecureSite(server, address.port, requests);
  }

  /** The last request for a path. */
  last(url: string): SiteRequest | undefined {
    return this.requests.findLast((request) => request.url === url);
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.close((error) => (error ? reject(error) : resolve()));
      // Browsers keep connections open, which would hold the server up.
      this.#server.closeAllConnections();
    });
  }
}
