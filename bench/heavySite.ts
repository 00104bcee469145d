import { type Host, type Site, serve } from './site.ts';

/** What the page does while it loads, and again when it is asked to: timers, requests, nodes. */
const SCRIPT = `
  async function work() {
    const began = performance.now();
    for (let index = 0; index < 10_000; index++) setTimeout(() => {}, 3_600_000);
    const parts = document.createDocumentFragment();
    for (let index = 0; index < 50_000; index++) {
      const part = document.createElement('span');
      part.textContent = index;
      parts.append(part);
    }
    document.querySelector('main').replaceChildren(parts);
    for (let index = 0; index < 1_000; index += 50) {
      await Promise.all(Array.from({ length: 50 }, () => fetch('/tiny').then((it) => it.text())));
    }
    document.querySelector('main').getBoundingClientRect();
    return performance.now() - began;
  }
  window.worked = work();
`;

/** A page of the site on which nothing happens. */
export const QUIET = '/quiet';

/**
 * Serves a page that is as busy as pages get: 10,000 timers, 1,000 requests, 50,000 nodes. Browsers may keep
 * what is requested: on the way to a server more would be lost than watching costs, each time another amount.
 */
export const startHeavySite = (host: Host): Promise<Site> =>
  serve(host, (request, response) => {
    const isPage = request.url === '/' || request.url === QUIET;
    response.writeHead(200, {
      'content-type': isPage ? 'text/html; charset=utf-8' : 'text/plain',
      'cache-control': isPage ? 'no-store' : 'max-age=3600',
    });
    const script = request.url === QUIET ? '' : `<script>${SCRIPT}</script>`;
    response.end(
      isPage ? `<!doctype html><html lang="en"><title>Heavy</title><main></main>${script}` : 'tiny',
    );
  });
