import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { createQueues } from './queue.ts';

/*
 * How often each page has been visited; kept until its site is disabled. Every origin has an entry of its
 * own, with its pages in the order of their last visit.
 */

/** The pages that are remembered of an origin: of more the least recently visited are forgotten. */
export const MAX_PAGES = 200;

/** The pages that are named of an origin: more would be no list to choose from. */
const MAX_NAMED = 30;

/** Some pages keep their data in their path: what comes after is not told apart. */
const MAX_PATH_LENGTH = 1000;

type Pages = readonly (readonly [path: string, visits: number])[];
const schema: v.GenericSchema<unknown, Pages> = v.array(v.tuple([v.string(), v.number()]));

const PREFIX = 'visits:';
const inTurn = createQueues<string>();

async function read(origin: string): Promise<Pages> {
  const key = PREFIX + origin;
  const stored = v.safeParse(schema, (await browser.storage.local.get(key))[key]);
  return stored.success ? stored.output : [];
}

/** Changes the visits of the page at an address, without its query and fragment, as a site's cookie would count it; gives what they were. */
function update(address: string, change: (visits: number) => number): Promise<number> {
  const { origin, pathname } = new URL(address);
  const path = pathname.slice(0, MAX_PATH_LENGTH);
  return inTurn(origin, async () => {
    const pages = await read(origin);
    const before = pages.find(([known]) => known === path)?.[1] ?? 0;
    const visits = change(before);
    const others = pages.filter(([known]) => known !== path);
    const now: Pages = visits === 0 ? others : [...others, [path, visits]];
    await browser.storage.local.set({ [PREFIX + origin]: now.slice(-MAX_PAGES) });
    return before;
  });
}

/** Counts a visit of the page at an address and gives its number, 1 for the first; null if it could not be counted. */
export async function countVisit(address: string): Promise<number | null> {
  try {
    return (await update(address, (visits) => visits + 1)) + 1;
  } catch (error) {
    // Storage may be full or broken: the visits are unknown then, and the page still gets its simulation.
    console.warn('A visit could not be counted.', error);
    return null;
  }
}

/** The addresses of an origin's pages that were visited, the latest first, without query and fragment. */
export async function visitedPages(origin: string): Promise<readonly string[]> {
  const whole = (await read(origin)).filter(([path]) => path.length < MAX_PATH_LENGTH);
  return whole
    .slice(-MAX_NAMED)
    .reverse()
    .map(([path]) => origin + path);
}

/** Makes the next visit of a page the one after `visits`; gives what had been counted. */
export const setVisits = (address: string, visits: number): Promise<number> =>
  update(address, () => visits);

/** Forgets the visits of all pages of the origins that `isGone` names. */
export async function forgetVisits(isGone: (origin: string) => Promise<boolean>): Promise<void> {
  for (const key of Object.keys(await browser.storage.local.get(null))) {
    if (!key.startsWith(PREFIX)) continue;
    const origin = key.slice(PREFIX.length);
    if (await isGone(origin)) await inTurn(origin, () => browser.storage.local.remove(key));
  }
}
