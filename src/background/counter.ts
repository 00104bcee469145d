import * as v from 'valibot';
import browser, { type Cookies } from 'webextension-polyfill';
import { type Text, text } from '../model/text.ts';
import { counterStores, type VisitsOverride } from '../model/visitor/visits.ts';
import { hasCookie, readStore, writeStore } from './inPage.ts';
import { createQueue } from './queue.ts';
import { isEnabled, patternFor } from './sites.ts';
import { tabRecord } from './tabs.ts';
import { setVisits } from './visits.ts';

/*
 * The counter that a site keeps of a visitor's visits, borrowed while the visits are overridden. What was
 * there before is stored on disk until it has been given back, so a crash loses nothing.
 */

const KEY = 'borrowedCounters';

const cookieSchema = v.object({
  name: v.string(),
  value: v.string(),
  domain: v.string(),
  hostOnly: v.boolean(),
  path: v.string(),
  secure: v.boolean(),
  httpOnly: v.boolean(),
  sameSite: v.picklist(['no_restriction', 'lax', 'strict', 'unspecified']),
  expirationDate: v.exactOptional(v.number()),
  storeId: v.string(),
});
type Cookie = v.InferOutput<typeof cookieSchema>;

const loanSchema = v.object({
  tabId: v.number(),
  /** The address of the page for which the counter was set. */
  address: v.string(),
  store: v.picklist(counterStores),
  name: v.string(),
  /** What was in the site's storage under the name; null for nothing, and for cookies. */
  valueBefore: v.nullable(v.string()),
  cookiesBefore: v.array(cookieSchema),
  /** What we had counted ourselves. */
  visitsBefore: v.number(),
});
type Loan = v.InferOutput<typeof loanSchema>;

const inTurn = createQueue();

async function loans(): Promise<readonly Loan[]> {
  const stored = v.safeParse(v.array(loanSchema), (await browser.storage.local.get(KEY))[KEY]);
  return stored.success ? stored.output : [];
}

const keep = (all: readonly Loan[]) => browser.storage.local.set({ [KEY]: all });

/**
 * Makes the next load of the tab's page at `address` the visit that the override asks for. Gives the
 * reason if the counter could not be given back later, and then leaves it alone.
 */
export const borrowCounter = (
  tabId: number,
  address: string,
  override: VisitsOverride,
): Promise<Text | null> =>
  inTurn(async () => {
    const { store, name, number } = override;
    // The page may have a cookie that extensions cannot see: a secure one on an http page, a partitioned one.
    if (store === 'cookie' && (await hidesCookie(tabId, address, name))) {
      return text('problemCookieUnreachable', name);
    }
    await settleNow(async (loan) => (loan.tabId === tabId ? tabId : null));
    // The page adds one while it loads.
    const stored = number - 1;
    const value = stored === 0 ? null : String(stored);
    const cookies = store === 'cookie' ? await cookiesNamed(address, name) : [];
    const all = await loans();
    const fresh: Loan = {
      tabId,
      address,
      store,
      name,
      cookiesBefore: cookies,
      valueBefore: store === 'cookie' ? null : await readStored(tabId, store, name),
      visitsBefore: await setVisits(address, stored),
    };
    // Another tab may have borrowed the same: then what was there before is what it found.
    const earlier = all.find((loan) => isSameCounter(loan, fresh));
    await keep([...all, earlier ? { ...earlier, tabId } : fresh]);
    if (store === 'cookie') await setCounterCookie(address, name, value, cookies[0]);
    else await writeStored(tabId, store, name, value);
    return null;
  });

/** Puts back everything that was borrowed for a tab. Page storage can only be reached from a page of its origin. */
export const giveBackCounters = (tabId: number): Promise<void> =>
  settle(async (loan) => (loan.tabId === tabId ? tabId : null));

/**
 * Puts back what is still borrowed though nobody simulates visits with it: after a crash or an update, or
 * because no page of the origin was open. `here` is a tab that shows a page at some address.
 */
export const giveBackLeftOver = (here: { tabId: number; address: string } | null): Promise<void> =>
  settle(async (loan) => {
    const { simulation } = await tabRecord(loan.tabId);
    if (simulation.visitor.visits) return null;
    const isHere = here && new URL(here.address).origin === new URL(loan.address).origin;
    return isHere ? here.tabId : loan.tabId;
  });

/** Names the tab through which a loan's storage can be reached; null leaves the loan alone. */
type Through = (loan: Loan) => Promise<number | null>;

const settle = (through: Through): Promise<void> => inTurn(() => settleNow(through));

async function settleNow(through: Through): Promise<void> {
  const all = await loans();
  let kept = all;
  for (const loan of all) {
    const tabId = await through(loan);
    if (tabId === null) continue;
    // Without the site's permission nothing can be put back yet, and nothing seems to be there.
    const site = patternFor(loan.address);
    if (!site || !(await isEnabled(site.pattern))) continue;
    const others = kept.filter((other) => other !== loan);
    const isShared = others.some((other) => isSameCounter(other, loan));
    try {
      if (isShared || (await giveBack(loan, tabId))) kept = others;
    } catch (error) {
      console.warn('A borrowed counter could not be given back yet.', error);
    }
  }
  if (kept.length < all.length) await keep(kept);
}

const isSameCounter = (one: Loan, other: Loan): boolean =>
  one.store === other.store &&
  one.name === other.name &&
  one.address === other.address &&
  // Each tab has a sessionStorage of its own.
  (one.store !== 'sessionStorage' || one.tabId === other.tabId);

/** Whether the loan could be given back. */
async function giveBack(loan: Loan, tabId: number): Promise<boolean> {
  const { address, store, name } = loan;
  if (store === 'cookie') {
    for (const cookie of await cookiesNamed(address, name)) await removeCookie(cookie, address);
    for (const cookie of loan.cookiesBefore) await setCookie(cookie, address);
  } else {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    // sessionStorage has gone with its tab.
    if (!tab) return store === 'sessionStorage' && (await settleVisits(loan));
    if (!tab.url || new URL(tab.url).origin !== new URL(address).origin) return false;
    await writeStored(tabId, store, name, loan.valueBefore);
  }
  return settleVisits(loan);
}

async function settleVisits({ address, visitsBefore }: Loan): Promise<true> {
  await setVisits(address, visitsBefore);
  return true;
}

/** The cookies of a name that are sent to an address, the one with the longest path first. */
async function cookiesNamed(address: string, name: string): Promise<Cookie[]> {
  return v.parse(v.array(cookieSchema), await browser.cookies.getAll({ url: address, name }));
}

/** Where a cookie of a page is set and removed: through the page's own scheme, host and port. */
const addressOf = (cookie: Cookie, page: string) => new URL(page).origin + cookie.path;

async function setCookie(cookie: Cookie, page: string): Promise<void> {
  const { hostOnly, domain, ...attributes } = cookie;
  const details: Cookies.SetDetailsType = { ...attributes, url: addressOf(cookie, page) };
  await browser.cookies.set(hostOnly ? details : { ...details, domain });
}

async function removeCookie(cookie: Cookie, page: string): Promise<void> {
  const { name, storeId } = cookie;
  await browser.cookies.remove({ url: addressOf(cookie, page), name, storeId });
}

/** Sets the counter, with the attributes of the site's own cookie if it has one; null removes it. */
async function setCounterCookie(
  address: string,
  name: string,
  value: string | null,
  like: Cookie | undefined,
) {
  if (value === null) {
    for (const cookie of await cookiesNamed(address, name)) await removeCookie(cookie, address);
  } else if (like) {
    await setCookie({ ...like, value }, address);
  } else {
    // The path that a cookie set by the page gets: https://httpwg.org/specs/rfc6265.html#cookie-path
    const { pathname } = new URL(address);
    await browser.cookies.set({
      url: address,
      name,
      value,
      path: pathname.replace(/\/[^/]*$/, '') || '/',
    });
  }
}

/** Whether the page sees a cookie that we do not. */
async function hidesCookie(tabId: number, address: string, name: string): Promise<boolean> {
  if ((await cookiesNamed(address, name)).length > 0) return false;
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    func: hasCookie,
    args: [name],
  });
  return frame?.result === true;
}

type PageStore = Exclude<VisitsOverride['store'], 'cookie'>;

async function readStored(tabId: number, store: PageStore, name: string): Promise<string | null> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    func: readStore,
    args: [store, name],
  });
  return v.parse(v.nullable(v.string()), frame?.result ?? null);
}

async function writeStored(
  tabId: number,
  store: PageStore,
  name: string,
  value: string | null,
): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId },
    func: writeStore,
    args: [store, name, value],
  });
}
