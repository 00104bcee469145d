import { type Text, text } from '../../model/text.ts';
import { isFirstVisit, storedBefore, type VisitsOverride } from '../../model/visitor/visits.ts';
import { counterSet } from '../counters.ts';
import { setVisits } from '../visits.ts';
import {
  cookieStoreOf,
  cookiesOf,
  hiddenCookies,
  restoreCookies,
  setCounterCookies,
} from './cookies.ts';
import { settle } from './giveBack.ts';
import { inTurn, keepLoans, loans } from './ledger.ts';
import {
  asItWas,
  type CookieLoan,
  covers,
  holdsVisits,
  isCookieLoan,
  type Loan,
  type StorageLoan,
} from './loan.ts';
import { entriesOf, restoreEntries, setEntry } from './pageStorage.ts';

/**
 * Makes the next load of the tab's page at `address` the visit that the override asks for. What the site
 * had is on disk before anything is changed. `begin` makes the tab simulate the visits, before anybody has
 * a turn who would find them left over. Gives the reason if something could not be given back later, and
 * then leaves it alone.
 */
export const borrowVisits = <T>(
  tabId: number,
  address: string,
  override: VisitsOverride,
  begin: () => Promise<T>,
): Promise<{ readonly begun: T } | { readonly refused: Text }> =>
  inTurn(async () => {
    const storeId = await cookieStoreOf(tabId);
    const isFirst = isFirstVisit(override);
    const place = { tabId, address, storeId };
    if (isFirst || override.store === 'cookie') {
      const hidden = await hiddenCookies(
        tabId,
        address,
        storeId,
        (name) => isFirst || name === override.name,
      );
      if (hidden.length > 0)
        return { refused: text('problemCookieUnreachable', hidden.join(', ')) };
    }
    await settle(async (loan) => loan.tabId === tabId, null);
    const taken = isFirst
      ? [
          await cookieLoan(place, null),
          await entriesLoan(place, 'localStorage', null),
          await entriesLoan(place, 'sessionStorage', null),
        ]
      : [
          override.store === 'cookie'
            ? await cookieLoan(place, override.name)
            : await entriesLoan(place, override.store, override.name),
        ];
    const standing = await loans();
    const counted = await setVisits(address, isFirst ? 0 : override.number - 1);
    const visitsBefore =
      standing.find((other) => holdsVisits(other, address))?.visitsBefore ?? counted;
    await keepLoans([
      ...standing,
      ...taken.map((loan, index) => (index === 0 ? { ...loan, visitsBefore } : loan)),
    ]);
    if (isFirst) for (const loan of taken) await clear(loan);
    else await setCounter(place, override.store, override.name, storedBefore(override));
    return { begun: await begin() };
  });

interface Place {
  readonly tabId: number;
  readonly address: string;
  readonly storeId: string;
}

async function cookieLoan(place: Place, name: string | null): Promise<CookieLoan> {
  const loan: CookieLoan = { ...place, store: 'cookie', name, visitsBefore: null, before: [] };
  const present = await cookiesOf(place.address, place.storeId);
  const before = present.filter((cookie) => covers(loan, cookie.name));
  return { ...loan, before: asItWas({ ...loan, before }, (await loans()).filter(isCookieLoan)) };
}

async function entriesLoan(
  { tabId, address }: Place,
  store: StorageLoan['store'],
  name: string | null,
): Promise<StorageLoan> {
  const before = await entriesOf(tabId, store, name);
  const loan: StorageLoan = { tabId, address, store, name, visitsBefore: null, before };
  const others = (await loans()).filter((other): other is StorageLoan => !isCookieLoan(other));
  return { ...loan, before: asItWas(loan, others) };
}

/** Null for a visitor of whom the site has counted nothing yet. */
async function setCounter(
  { tabId, address, storeId }: Place,
  store: Loan['store'],
  name: string,
  count: number,
): Promise<void> {
  const value = count === 0 ? null : String(count);
  if (count > 0) await counterSet(tabId, address, { store, name, value: count });
  if (store === 'cookie') await setCounterCookies(address, storeId, name, value);
  else await setEntry(tabId, store, name, value);
}

/** Makes a loan's place empty, as it is for a first visit. */
async function clear(loan: Loan): Promise<void> {
  const everything = () => true;
  if (isCookieLoan(loan)) await restoreCookies(loan.address, loan.storeId, [], everything);
  else await restoreEntries(loan.tabId, loan.store, [], everything);
}
