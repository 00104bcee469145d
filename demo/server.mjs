import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { respondWithPage } from './server/respondWithPage.mjs';
import { findStaticFile, respondWithFile, widgetFolder } from './server/staticFiles.mjs';

/**
 * @typedef {{ method: string, url: string, headers: import('node:http').IncomingHttpHeaders }} PageRequest
 * @typedef {{ origin: string, port: number, requests: PageRequest[], close(): Promise<void> }} StagingSite
 */

const rememberedRequests = 1000;

/** A location service that many sites have on their own host; here it is always out of order. */
const locationService = '/cdn-cgi/trace';

/**
 * Serves the staging site on 127.0.0.1; port 0 takes any free one.
 * @param {{ port?: number }} [options]
 * @returns {Promise<StagingSite>}
 */
export async function startStagingSite({ port = 0 } = {}) {
  if (!existsSync(widgetFolder))
    throw new Error('The widget is not built: run "npm ci && npm run build" in the demo folder');

  /** @type {PageRequest[]} */
  const requests = [];
  const server = createServer((request, response) => {
    const { method = 'GET', headers } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const address = request.url ?? '/';
    if (!URL.canParse(address, 'http://127.0.0.1')) {
      response.writeHead(400).end();
      return;
    }
    const url = new URL(address, 'http://127.0.0.1');
    const file = findStaticFile(url.pathname);
    if (file !== null) {
      respondWithFile(response, file);
      return;
    }
    requests.push({ method, url: url.pathname + url.search, headers });
    if (requests.length > rememberedRequests) requests.shift();
    const { pathname, searchParams } = url;
    const target = searchParams.get('to');
    if (pathname === '/redirect' && target?.startsWith('/')) {
      response.writeHead(302, { location: target, 'cache-control': 'no-store' }).end();
      return;
    }
    if (pathname === locationService) {
      response.writeHead(500, { 'cache-control': 'no-store' }).end();
      return;
    }
    respondWithPage(response, url, headers);
  });

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        // Browsers keep connections open, which would hold the server up.
        server.closeAllConnections();
      }),
  };
}

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '8080' } } });
  const { origin } = await startStagingSite({ port: Number(values.port) });
  console.log(`Staging site: ${origin}`);
}
