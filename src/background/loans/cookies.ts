import * as v from 'valibot';
import browser, { type Cookies } from 'webextension-polyfill';
import { cookieNames } from '../inPage.ts';
import { defaultPath, isFirstParty, isOfHost, isSentTo } from './cookieMatch.ts';
import { type Cookie, cookiesSchema } from './loan.ts';

/** The store of the cookies that a tab's pages have. */
export async function cookieStoreOf(tabId: number): Promise<string> {
  const stores = await browser.cookies.getAllCookieStores();
  const own = stores.find(({ tabIds }) => tabIds.includes(tabId));
  if (!own) throw new Error(`The tab ${tabId} has no cookie store.`);
  return own.id;
}

/** The cookie stores of private windows: they are gone when the last such window is closed. */
const PRIVATE_STORES = ['1', 'firefox-private'];

/** Whether a cookie store has ended, and its cookies with it. */
export async function hasEnded(storeId: string): Promise<boolean> {
  if (!PRIVATE_STORES.includes(storeId)) return false;
  return !(await browser.cookies.getAllCookieStores()).some(({ id }) => id === storeId);
}

/** The cookies of a page's host on all its paths, HttpOnly and partitioned ones among them, as far as browsers tell us. */
export async function cookiesOf(page: string, storeId: string): Promise<Cookie[]> {
  // An empty partition key asks for the cookies of all partitions.
  const all = await browser.cookies.getAll({ storeId, partitionKey: {} });
  const { hostname } = new URL(page);
  return v
    .parse(cookiesSchema, all)
    .filter((cookie) => isOfHost(cookie, hostname) && isFirstParty(cookie, page));
}

/** Where a cookie is set: through the page's own scheme, host and port; a secure one only through https. */
const originFor = ({ secure }: Cookie, { protocol, origin, hostname }: URL): string =>
  secure && protocol === 'http:' ? `https://${hostname}` : origin;

/** Sets a cookie with exactly these attributes. */
async function setCookie(cookie: Cookie, page: string): Promise<void> {
  const { hostOnly, domain, partitionKey, ...attributes } = cookie;
  const details: Cookies.SetDetailsType = {
    ...attributes,
    url: originFor(cookie, new URL(page)) + cookie.path,
    ...(!hostOnly && { domain }),
    ...(partitionKey && { partitionKey }),
  };
  await browser.cookies.set(details);
}

/**
 * Removes exactly this cookie, by letting it expire: `cookies.remove` takes others of its name along in
 * one browser, and another of its name in place of it in the other.
 */
export const removeCookie = (cookie: Cookie, page: string): Promise<void> =>
  setCookie({ ...cookie, expirationDate: 1 }, page);

/**
 * Gives the next request for a page a counter: every cookie of the name that is sent with it gets the
 * value, and keeps its attributes. Null removes them.
 */
export async function setCounterCookies(
  page: string,
  storeId: string,
  name: string,
  value: string | null,
): Promise<void> {
  const sent = (await cookiesOf(page, storeId)).filter(
    (cookie) => cookie.name === name && isSentTo(cookie, page),
  );
  for (const cookie of sent) {
    if (value === null) await removeCookie(cookie, page);
    else await setCookie({ ...cookie, value }, page);
  }
  if (sent.length > 0 || value === null) return;
  await browser.cookies.set({ url: page, name, value, storeId, path: defaultPath(page) });
}

/**
 * Makes the cookies with names that `isOurs` accepts the ones that there were before. All are removed
 * first: a cookie keeps its place in the line of those that are sent for as long as it is there.
 */
export async function restoreCookies(
  page: string,
  storeId: string,
  before: readonly Cookie[],
  isOurs: (name: string) => boolean,
): Promise<void> {
  for (const cookie of await cookiesOf(page, storeId)) {
    if (isOurs(cookie.name)) await removeCookie(cookie, page);
  }
  for (const cookie of before) {
    if (isOurs(cookie.name)) await setCookie(cookie, page);
  }
}

/**
 * The names, of those asked for, of cookies that a tab's page sees and extensions do not: they could not
 * be put back. `isAsked` picks the names.
 */
export async function hiddenCookies(
  tabId: number,
  page: string,
  storeId: string,
  isAsked: (name: string) => boolean,
): Promise<readonly string[]> {
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: cookieNames });
  const seen = v.parse(v.array(v.string()), frame?.result ?? []);
  const known = (await cookiesOf(page, storeId)).filter(
    (cookie) => !cookie.httpOnly && isSentTo(cookie, page),
  );
  const timesIn = (names: readonly string[], name: string) =>
    names.filter((other) => other === name).length;
  const knownNames = known.map(({ name }) => name);
  return [...new Set(seen)].filter(
    (name) => isAsked(name) && timesIn(seen, name) > timesIn(knownNames, name),
  );
}
