import { serve } from './site.ts';

/** In how many parts the page does what it does while it loads; it can do them all once more. */
export const PARTS = 20;

/**
 * What the page does: 10,000 timers, 50,000 nodes and 1,000 requests in all. The first part is done at once; each
 * further one when the page is asked, so that pages can take turns that are shorter than a machine's moods.
 */
const SCRIPT = `
  const sections = Array.from({ length: ${PARTS} }, () => document.createElement('section'));
  document.querySelector('main').append(...sections);
  let partsDone = 0;
  async function doPart() {
    const section = sections[partsDone++ % sections.length];
    for (let index = 0; index < ${10_000 / PARTS}; index++) setTimeout(() => {}, 3_600_000);
    const nodes = document.createDocumentFragment();
    for (let index = 0; index < ${50_000 / PARTS}; index++) {
      const node = document.createElement('span');
      node.textContent = index;
      nodes.append(node);
    }
    section.replaceChildren(nodes);
    const requests = Array.from({ length: ${1_000 / PARTS} }, () => fetch('/tiny').then((it) => it.text()));
    await Promise.all(requests);
    section.getBoundingClientRect();
  }
  window.firstPart = doPart().then(() => performance.now());
`;

/** A page of each site on which nothing happens. */
export const QUIET = '/quiet';

/** The same pages under three names of equal kind, which are three sites to browsers; origins without a slash at the end. */
export interface HeavySites {
  readonly enabled: string;
  readonly notEnabled: string;
  readonly elsewhere: string;
  close(): Promise<void>;
}

/**
 * Serves a page that is as busy as pages get. Browsers may keep what is requested: on the way to a server more
 * would be lost than watching costs, each time another amount.
 */
export async function startHeavySite(): Promise<HeavySites> {
  const { origin, close } = await serve((request, response) => {
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
  const called = (name: string) => origin.replace('localhost', `${name}.localhost`);
  return {
    enabled: called('heavy'),
    notEnabled: called('other'),
    elsewhere: called('quiet'),
    close,
  };
}
