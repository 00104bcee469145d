import * as v from 'valibot';
import browser from 'webextension-polyfill';
import {
  type Counter,
  countOf,
  type FoundCounter,
  foundCounters,
  lookedAt,
  MOST_WATCHED,
  setTo,
  type WatchedCounter,
} from '../model/visitor/counters.ts';
import { counterStores, pageStores } from '../model/visitor/visits.ts';
import { readCounters } from './inPage.ts';
import { isSentTo } from './loans/cookieMatch.ts';
import { cookieStoreOf, cookiesOf } from './loans/cookies.ts';
import { createQueue } from './queue.ts';
import { isEnabled, patternFor } from './sites.ts';

/*
 * The small whole numbers that the site of a tab keeps, by name, as long as the tab is simulated or shown:
 * one of them may be its count of visits. Kept as long as the browser runs, and nowhere but here.
 */

const number = v.pipe(v.number(), v.integer());
const memorySchema = v.object({
  origin: v.string(),
  loadedAt: v.number(),
  counters: v.array(
    v.object({
      store: v.picklist(counterStores),
      name: v.string(),
      value: number,
      before: v.nullable(number),
      grown: number,
      notGrown: number,
    }),
  ),
});
interface Memory {
  readonly origin: string;
  /** When the document began that was looked at last, in ms since 1970: it tells one load from another. */
  readonly loadedAt: number;
  readonly counters: readonly WatchedCounter[];
}

const seenSchema = v.object({
  address: v.string(),
  loadedAt: v.number(),
  counters: v.array(
    v.object({ store: v.picklist(pageStores), name: v.string(), value: v.string() }),
  ),
});

const keyOf = (tabId: number) => `counters:${tabId}`;
const inTurn = createQueue();

async function memoryOf(tabId: number, origin: string): Promise<Memory> {
  const key = keyOf(tabId);
  const stored = v.safeParse(memorySchema, (await browser.storage.session.get(key))[key]);
  return stored.success && stored.output.origin === origin
    ? stored.output
    : { origin, loadedAt: 0, counters: [] };
}

/** Whoever calls this is in turn: a site that is disabled meanwhile has what was kept of it forgotten after this. */
async function keep(tabId: number, memory: Memory): Promise<void> {
  const site = patternFor(memory.origin);
  // A look takes as long as the page, and the site may have been disabled meanwhile.
  if (!site || !(await isEnabled(site.pattern))) return;
  await browser.storage.session.set({ [keyOf(tabId)]: memory });
}

const withCount = ({ store, name, value }: Omit<Counter, 'value'> & { readonly value: string }) => {
  const count = countOf(value);
  return count === null ? [] : [{ store, name, value: count }];
};

/** What the page of a tab keeps now, once its scripts have run; null if it cannot be looked at. */
async function look(
  tabId: number,
): Promise<(Omit<Memory, 'counters'> & { readonly counters: readonly Counter[] }) | null> {
  try {
    // Without `injectImmediately` this waits until the page's own scripts have run, and its load event for this.
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: readCounters,
      args: [MOST_WATCHED],
    });
    const { address, loadedAt, counters } = v.parse(seenSchema, frame?.result);
    const sent = (await cookiesOf(address, await cookieStoreOf(tabId))).filter((cookie) =>
      isSentTo(cookie, address),
    );
    const cookies = sent.filter(
      // Of several with one name, a page reads the first.
      ({ name }, index) => sent.findIndex((other) => other.name === name) === index,
    );
    return {
      origin: new URL(address).origin,
      loadedAt,
      counters: [
        ...cookies.flatMap(({ name, value }) => withCount({ store: 'cookie', name, value })),
        ...counters.flatMap(withCount),
      ],
    };
  } catch (error) {
    // The page has gone meanwhile, or is one of the browser's own.
    console.debug('No counters were looked for.', error);
    return null;
  }
}

/** Looks at what the page of a tab keeps, once its scripts have run. */
export async function lookForCounters(tabId: number): Promise<void> {
  const seen = await look(tabId);
  if (!seen) return;
  await inTurn(async () => {
    const before = await memoryOf(tabId, seen.origin);
    // Several looks are on their way at times, and one at the page before may come in last.
    if (seen.loadedAt < before.loadedAt) return;
    const isNewLoad = seen.loadedAt > before.loadedAt;
    await keep(tabId, { ...seen, counters: lookedAt(before.counters, seen.counters, isNewLoad) });
  });
}

/** A counter of the tab's page at an address was set for the next load. */
export const counterSet = (tabId: number, address: string, counter: Counter): Promise<void> =>
  inTurn(async () => {
    const memory = await memoryOf(tabId, new URL(address).origin);
    await keep(tabId, { ...memory, counters: setTo(memory.counters, counter) });
  });

/** The counters that may be the count of visits of the tab's page at an address. */
export const countersFound = async (
  tabId: number,
  address: string,
): Promise<readonly FoundCounter[]> =>
  foundCounters((await inTurn(() => memoryOf(tabId, new URL(address).origin))).counters);

export const forgetCounters = (tabId: number): Promise<void> =>
  inTurn(() => browser.storage.session.remove(keyOf(tabId)));
