import { randomBytes } from 'node:crypto';
import { composePage } from './composePage.mjs';
import { pagePolicy } from './contentSecurityPolicy.mjs';
import { findPage, notFound } from './pages.mjs';
import { readSwitches } from './switches.mjs';

/**
 * @param {import('node:http').ServerResponse} response
 * @param {URL} url
 * @param {import('node:http').IncomingHttpHeaders} headers of the request
 */
export function respondWithPage(response, url, headers) {
  const found = findPage(url.pathname);
  const switches = readSwitches(url.searchParams);
  const cache = cacheHeaders(switches.maxAge);
  if (cache.etag !== undefined && headers['if-none-match'] === cache.etag) {
    response.writeHead(304, cache).end();
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(found.page === notFound ? 404 : 200, {
    'content-type': 'text/html; charset=utf-8',
    ...cache,
    'content-security-policy': pagePolicy(
      nonce,
      switches,
      found.page.forbidsLocationServices ?? false,
    ),
    'x-content-type-options': 'nosniff',
  });
  response.end(composePage({ ...found, url, switches, nonce }));
}

/**
 * A page that may be kept is always the same one.
 * @param {number | null} maxAge in seconds
 * @returns {Record<string, string>}
 */
const cacheHeaders = (maxAge) =>
  maxAge === null
    ? { 'cache-control': 'no-store' }
    : { 'cache-control': `max-age=${maxAge}`, etag: '"kept"' };
