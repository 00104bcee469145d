import { createReadStream, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { framePolicy } from './contentSecurityPolicy.mjs';

const folder = join(import.meta.dirname, '..');
export const widgetFolder = join(folder, 'dist/livechatwidget');

const mounts = [
  { prefix: '/livechatwidget/', folder: widgetFolder },
  { prefix: '/assets/', folder: join(folder, 'site/assets') },
  { prefix: '/triggers/', folder: join(folder, 'site/triggers') },
  // The pages of the gallery have the same addresses without an ending.
  { prefix: '/broken/', folder: join(folder, 'site/broken') },
];

/** @type {Record<string, string>} */
const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
};

/**
 * The file that is served at this path, or null.
 * @param {string} pathname
 */
export function findStaticFile(pathname) {
  const mount = mounts.find(({ prefix }) => pathname.startsWith(prefix));
  if (mount === undefined) return null;
  const file = join(mount.folder, pathname.slice(mount.prefix.length));
  const inside = file.startsWith(mount.folder + sep);
  return inside && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} file
 */
export function respondWithFile(response, file) {
  const isPage = extname(file) === '.html';
  // Files in the widget's assets folder have a hash in their name, so that a browser may keep them.
  const keep = file.startsWith(join(widgetFolder, 'assets') + sep);
  response.writeHead(200, {
    'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
    'cache-control': keep ? 'public, max-age=31536000, immutable' : 'no-store',
    'x-content-type-options': 'nosniff',
    ...(isPage && { 'content-security-policy': framePolicy }),
  });
  createReadStream(file).pipe(response);
}
