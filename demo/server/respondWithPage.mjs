import { randomBytes } from 'node:crypto';
import { composePage } from './composePage.mjs';
import { pagePolicy } from './contentSecurityPolicy.mjs';
import { findPage, notFound } from './pages.mjs';
import { readSwitches } from './switches.mjs';

/**
 * @param {import('node:http').ServerResponse} response
 * @param {URL} url
 */
export function respondWithPage(response, url) {
  const found = findPage(url.pathname);
  const switches = readSwitches(url.searchParams);
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(found.page === notFound ? 404 : 200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': pagePolicy(nonce, switches.strictCsp),
    'x-content-type-options': 'nosniff',
  });
  response.end(composePage({ ...found, url, switches, nonce }));
}
