import { brokenPages } from './broken.mjs';

/**
 * @typedef {object} Page
 * @property {string} fragment file in site/pages, without ending
 * @property {string} title
 * @property {string} [broken] file in site/broken, without ending: trigger code with a fault
 * @property {boolean} [forbidsLocationServices] whether the page's policy lets no location service in
 * @property {string} [widgetFolder] where the page looks for the widget's script, if not where it is
 * @property {string} [trigger] file in site/triggers, without ending: the site's own trigger code
 */

/** @type {Page} */
export const notFound = { fragment: 'not-found', title: 'Page not found' };

/** @type {Page} */
const account = { fragment: 'app', title: 'Your account' };

/** @type {ReadonlyMap<string, Page>} */
const pages = new Map([
  ['/', { fragment: 'home', title: 'Slate, the quiet computer' }],
  ['/product', { fragment: 'product', title: 'Slate 13', trigger: 'wait-time' }],
  ['/community', { fragment: 'community', title: 'Community', trigger: 'repeat-visits' }],
  ['/support/case', { fragment: 'case', title: 'Your support case', trigger: 'case-status' }],
  ['/cart', { fragment: 'cart', title: 'Your cart', trigger: 'leaving' }],
  ['/faq', { fragment: 'faq', title: 'Frequently asked questions' }],
  [
    '/knowledge-base',
    { fragment: 'knowledge-base', title: 'Knowledge base', trigger: 'came-from-faq' },
  ],
  ['/shipping', { fragment: 'shipping', title: 'Shipping', trigger: 'region' }],
  [
    '/locations',
    { fragment: 'locations', title: 'Which warehouse is nearest?', trigger: 'locations' },
  ],
  ['/inputs', { fragment: 'inputs', title: 'What do we know of you?', trigger: 'inputs' }],
  ['/sale', { fragment: 'sale', title: 'Sale', trigger: 'sale-window' }],
  ['/broken', { fragment: 'gallery', title: 'Broken triggers' }],
  ...brokenPages,
  ['/app', account],
  ['/app/orders', account],
  ['/app/devices', account],
]);

const ownPrefix = '/own';

/**
 * Finds a page by its address, of which each exists twice: plain, and under /own with the site's own trigger code.
 * @param {string} pathname
 */
export function findPage(pathname) {
  const own = pathname === ownPrefix || pathname.startsWith(`${ownPrefix}/`);
  const path = (own ? pathname.slice(ownPrefix.length) : pathname) || '/';
  const otherVariant = own ? path : ownPrefix + path;
  return { page: pages.get(path) ?? notFound, own, otherVariant, prefix: own ? ownPrefix : '' };
}
