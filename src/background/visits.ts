import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { createQueue } from './queue.ts';

/** How often each page has been visited, by its address; kept until its site is disabled. */
const KEY = 'visits';
const schema = v.record(v.string(), v.number());
const inTurn = createQueue();

async function read(): Promise<Record<string, number>> {
  const stored = v.safeParse(schema, (await browser.storage.local.get(KEY))[KEY]);
  return stored.success ? stored.output : {};
}

const write = (counts: Record<string, number>) => browser.storage.local.set({ [KEY]: counts });

/** The page that an address names: without query and fragment, as a site's cookie would count it. */
function pageOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

/** Counts a visit of the page at an address and gives its number, 1 for the first. */
export const countVisit = (address: string): Promise<number> =>
  inTurn(async () => {
    const counts = await read();
    const number = (counts[pageOf(address)] ?? 0) + 1;
    await write({ ...counts, [pageOf(address)]: number });
    return number;
  });

/** Makes the next visit of a page the one after `visits`; gives what had been counted. */
export const setVisits = (address: string, visits: number): Promise<number> =>
  inTurn(async () => {
    const counts = await read();
    const before = counts[pageOf(address)] ?? 0;
    const { [pageOf(address)]: _, ...others } = counts;
    await write(visits === 0 ? others : { ...others, [pageOf(address)]: visits });
    return before;
  });

/** Forgets the visits of all pages of a host, for a site that is disabled. */
export const forgetVisits = (host: string): Promise<void> =>
  inTurn(async () => {
    const counts = Object.entries(await read()).filter(
      ([page]) => URL.canParse(page) && new URL(page).hostname !== host,
    );
    await write(Object.fromEntries(counts));
  });
