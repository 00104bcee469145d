import type { Page } from 'puppeteer-core';

/*
 * All that could tell a page, or the site behind it, that somebody was there.
 */

/**
 * Runs `body`, where `textOf` tells the source of a function in the words of a realm without scripts:
 * the page's own may tell what it was made to.
 */
export const withTextOf = (body: string) => `(() => {
  const frame = document.createElement('iframe');
  frame.sandbox = 'allow-same-origin';
  document.documentElement.append(frame);
  const { toString } = frame.contentWindow.Function.prototype;
  const textOf = (value) => toString.call(value);
  try {
    return (() => {${body}})();
  } finally {
    frame.remove();
  }
})()`;

/** Every own property of the window, of its functions and of their prototypes: kind, flags and source. */
const GLOBALS = withTextOf(`
  const seen = new Set();
  const all = [];
  const part = (value) => typeof value === 'function'
    ? ['function', textOf(value), Object.getOwnPropertyNames(value).join()]
    : [typeof value];
  const walk = (owner, path, depth) => {
    if (seen.has(owner)) return;
    seen.add(owner);
    // Sorted, because Firefox lists what was first used first.
    for (const key of Reflect.ownKeys(owner).sort((one, other) => String(one) < String(other) ? -1 : 1)) {
      const { value, get, set, writable, enumerable, configurable } = Reflect.getOwnPropertyDescriptor(owner, key);
      const name = path + '.' + String(key);
      all.push([name, writable, enumerable, configurable, ...[value, get, set].flatMap(part)].join(' | '));
      const isWorthIt = typeof value === 'function' || (typeof value === 'object' && value !== null && depth < 2);
      if (isWorthIt && value !== window && !(value instanceof Node)) walk(value, name, depth + 1);
    }
    const above = Object.getPrototypeOf(owner);
    if (above !== null) walk(above, path + '.[[Prototype]]', depth + 1);
  };
  walk(window, 'window', 0);
  return JSON.stringify(all);
`);

/** What a page sees of its visitor, its response and its site's storage. */
const SEEN = `(async () => {
  const [navigation] = performance.getEntriesByType('navigation');
  const position = await new Promise((done) =>
    navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => done(state)));
  return JSON.stringify({
    serverTiming: navigation.serverTiming,
    entry: Object.keys(navigation.toJSON()),
    referrer: document.referrer,
    year: new Date().getUTCFullYear(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    languages: navigator.languages,
    position,
    cookie: document.cookie,
    localStorage: Object.entries(localStorage).sort(),
    sessionStorage: Object.entries(sessionStorage).sort(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    attributes: document.documentElement.getAttributeNames(),
    elements: document.documentElement.outerHTML,
  });
})()`;

/** The cookies of a host with all their attributes, as the driver finds them. */
export async function cookiesOf(page: Page, host: string): Promise<readonly string[]> {
  const all = await page.browserContext().cookies();
  return all
    .filter(({ domain }) => domain === host)
    .map((cookie) => JSON.stringify(Object.entries(cookie).sort()))
    .sort();
}

/** Everything of a page that could show that it was not alone. */
export async function tracesIn(page: Page, host: string) {
  return {
    globals: JSON.parse(String(await page.evaluate(GLOBALS))) as unknown,
    seen: JSON.parse(String(await page.evaluate(SEEN))) as unknown,
    cookies: await cookiesOf(page, host),
  };
}
