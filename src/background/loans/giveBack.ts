import browser from 'webextension-polyfill';
import { isEnabled, patternFor } from '../sites.ts';
import { isOpen, tabRecord } from '../tabs.ts';
import { setVisits } from '../visits.ts';
import { hasEnded, restoreCookies } from './cookies.ts';
import { inTurn, keepLoans, loans } from './ledger.ts';
import {
  type CookieLoan,
  holdsVisits,
  isCookieLoan,
  isOwed,
  type Loan,
  type StorageLoan,
} from './loan.ts';
import { restoreEntries } from './pageStorage.ts';

/** Puts back everything that was taken for a tab. Page storage can only be reached from a page of its origin. */
export const giveBackLoans = (tabId: number): Promise<void> =>
  inTurn(() => settle(async (loan) => loan.tabId === tabId, null));

/** A tab that shows a page at some address. */
interface Here {
  readonly tabId: number;
  readonly address: string;
}

/**
 * Puts back what is still out though nobody simulates visits with it: after a crash or an update, or
 * because no page of the origin was open.
 */
export const giveBackLeftOver = (here: Here | null): Promise<void> =>
  inTurn(() =>
    settle(async ({ tabId }) => {
      const { simulation } = await tabRecord(tabId);
      return !simulation.visitor.visits;
    }, here),
  );

/** Puts back the loans that have ended. Whoever calls this is in turn. */
export async function settle(
  hasEndedNow: (loan: Loan) => Promise<boolean>,
  here: Here | null,
): Promise<void> {
  let kept = await loans();
  for (const loan of kept) {
    if (!(await hasEndedNow(loan))) continue;
    const others = kept.filter((other) => other !== loan);
    if (!(await giveBack(loan, others, here))) continue;
    const { address, visitsBefore } = loan;
    if (visitsBefore !== null && !others.some((other) => holdsVisits(other, address)))
      await setVisits(address, visitsBefore);
    kept = others;
    await keepLoans(kept);
  }
}

/** Whether the loan could be given back; if not, it stays for later. */
async function giveBack(loan: Loan, others: readonly Loan[], here: Here | null): Promise<boolean> {
  const site = patternFor(loan.address);
  // Without the site's permission nothing can be seen, and so nothing be put back.
  if (!site || !(await isEnabled(site.pattern))) return false;
  const isOurs = isOwed(loan, others);
  try {
    return isCookieLoan(loan)
      ? await giveBackCookies(loan, isOurs)
      : await giveBackEntries(loan, isOurs, here);
  } catch (error) {
    console.warn('Something that was taken from a site could not be put back yet.', error);
    return false;
  }
}

async function giveBackCookies(
  { address, storeId, before }: CookieLoan,
  isOurs: (name: string) => boolean,
): Promise<boolean> {
  if (await hasEnded(storeId)) return true;
  await restoreCookies(address, storeId, before, isOurs);
  return true;
}

async function giveBackEntries(
  loan: StorageLoan,
  isOurs: (name: string) => boolean,
  here: Here | null,
): Promise<boolean> {
  const { store, before } = loan;
  const tabId = await tabOfOrigin(loan, here);
  // sessionStorage has gone with its tab.
  if (tabId === null) return store === 'sessionStorage' && !(await isOpen(loan.tabId));
  await restoreEntries(tabId, store, before, isOurs);
  return true;
}

/** A tab that reaches a loan's storage: its own, the one that is here, or, for localStorage, any of its origin. */
async function tabOfOrigin(
  { tabId, store, address }: StorageLoan,
  here: Here | null,
): Promise<number | null> {
  const { origin, protocol, hostname } = new URL(address);
  if (store === 'localStorage' && here && new URL(here.address).origin === origin)
    return here.tabId;
  const own = await browser.tabs.get(tabId).catch(() => null);
  const others =
    store === 'localStorage' ? await browser.tabs.query({ url: `${protocol}//${hostname}/*` }) : [];
  const found = [own, ...others].find(
    (tab) => tab?.url && URL.canParse(tab.url) && new URL(tab.url).origin === origin,
  );
  return found?.id ?? null;
}
