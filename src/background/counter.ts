import * as v from 'valibot';
import browser, { type Cookies } from 'webextension-polyfill';
import { counterStores, type VisitsOverride } from '../model/visitor/visitor.ts';
import { readStore, writeStore } from './inPage.ts';
import { createQueue } from './queue.ts';
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

/** Makes the next load of the tab's page at `address` the visit that the override asks for. */
export const borrowCounter = (
  tabId: number,
  address: string,
  override: VisitsOverride,
): Promise<void> =>
  inTurn(async () => {
    const { store, name, number } = override;
    // The page adds one while it loads.
    const stored = number - 1;
    const value = stored === 0 ? null : String(stored);
    const loan = {
      tabId,
      address,
      store,
      name,
      cookiesBefore: store === 'cookie' ? await cookiesNamed(address, name) : [],
      valueBefore: store === 'cookie' ? null : await readStored(tabId, store, name),
      visitsBefore: await setVisits(address, stored),
    };
    await keep([...(await loans()), loan]);
    if (store === 'cookie') await setCounterCookie(address, name, value, loan.cookiesBefore[0]);
    else await writeStored(tabId, store, name, value);
  });

/** Puts back everything that was borrowed for a tab. Page storage can only be reached from a page of its origin. */
export const giveBackCounters = (tabId: number): Promise<void> =>
  inTurn(async () => {
    const kept: Loan[] = [];
    for (const loan of await loans()) {
      if (loan.tabId !== tabId || !(await giveBack(loan))) kept.push(loan);
    }
    await keep(kept);
  });

/**
 * Puts back what closed tabs have left over: after a crash, or because no page of the origin was open.
 * `tabId` is a tab that shows a page at `address` and borrows nothing itself.
 */
export const giveBackLeftOver = (tabId: number, address: string): Promise<void> =>
  inTurn(async () => {
    const all = await loans();
    const kept: Loan[] = [];
    for (const loan of all) {
      const reachable =
        loan.store !== 'localStorage' || new URL(loan.address).origin === new URL(address).origin;
      if (!reachable || (await isOpen(loan.tabId)) || !(await giveBack({ ...loan, tabId })))
        kept.push(loan);
    }
    if (kept.length < all.length) await keep(kept);
  });

const isOpen = (tabId: number): Promise<boolean> =>
  browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );

/** Whether the loan is settled. */
async function giveBack(loan: Loan): Promise<boolean> {
  const { tabId, address, store, name } = loan;
  if (store === 'cookie') {
    for (const cookie of await cookiesNamed(address, name)) await removeCookie(cookie);
    for (const cookie of loan.cookiesBefore) await setCookie(cookie);
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

async function cookiesNamed(address: string, name: string): Promise<Cookie[]> {
  return v.parse(v.array(cookieSchema), await browser.cookies.getAll({ url: address, name }));
}

const addressOf = ({ secure, domain, path }: Cookie) =>
  `${secure ? 'https' : 'http'}://${domain.replace(/^\./, '')}${path}`;

async function setCookie({ hostOnly, domain, ...cookie }: Cookie): Promise<void> {
  const details: Cookies.SetDetailsType = {
    ...cookie,
    url: addressOf({ ...cookie, hostOnly, domain }),
  };
  await browser.cookies.set(hostOnly ? details : { ...details, domain });
}

async function removeCookie(cookie: Cookie): Promise<void> {
  await browser.cookies.remove({
    url: addressOf(cookie),
    name: cookie.name,
    storeId: cookie.storeId,
  });
}

/** Sets the counter, with the attributes of the site's own cookie if it has one; null removes it. */
async function setCounterCookie(
  address: string,
  name: string,
  value: string | null,
  like: Cookie | undefined,
) {
  if (value === null) {
    for (const cookie of await cookiesNamed(address, name)) await removeCookie(cookie);
  } else if (like) {
    await setCookie({ ...like, value });
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
