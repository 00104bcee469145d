import { type CounterStore, counterStores, DEFAULT_COUNTER } from './visits.ts';

/*
 * Finding the counter that a site keeps of visits: a stored small whole number that grows by one with
 * each load, or one whose name says so.
 */

/** A small whole number that a site has stored. */
export interface Counter {
  readonly store: CounterStore;
  readonly name: string;
  readonly value: number;
}

/** A counter, and what has become of it from load to load. */
export interface WatchedCounter extends Counter {
  /** What it was when the load before had ended; null if it was not there. */
  readonly before: number | null;
  /** At how many of the earlier loads it grew by one, and at how many it did not grow. */
  readonly grown: number;
  readonly notGrown: number;
}

/** A counter that may be the site's count of visits. */
export interface FoundCounter extends Counter {
  /** Whether it grew by one at the last load; null while that is not known. */
  readonly addsOne: boolean | null;
}

/** No more are watched, and no more offered: a site's storage may be full of numbers. */
export const MOST_WATCHED = 200;
const MOST_FOUND = 10;

const isCalledVisits = (name: string): boolean => /visit|page_?views?/i.test(name);

/** The number that a stored text is, if it is one that visits could be counted with; null otherwise. */
export const countOf = (value: string): number | null =>
  /^(0|[1-9]\d{0,4})$/.test(value) ? Number(value) : null;

const isSame = (one: Counter, other: Counter): boolean =>
  one.store === other.store && one.name === other.name;

const grewNow = ({ before, value }: WatchedCounter): boolean =>
  before !== null && value === before + 1;

/** A counter's history when another load begins. */
function afterLoad(counter: WatchedCounter): WatchedCounter {
  const { before, value, grown, notGrown } = counter;
  // One that grew by more may have done so in loads that nobody looked at.
  const hasNotGrown = before !== null && value <= before;
  return {
    ...counter,
    before: value,
    grown: grown + (grewNow(counter) ? 1 : 0),
    notGrown: notGrown + (hasNotGrown ? 1 : 0),
  };
}

/** The counters after they have been looked at; `isNewLoad` if the page has been loaded since the last look. */
export const lookedAt = (
  watched: readonly WatchedCounter[],
  present: readonly Counter[],
  isNewLoad: boolean,
): readonly WatchedCounter[] =>
  present.slice(0, MOST_WATCHED).map((counter) => {
    const known = watched.find((other) => isSame(counter, other));
    if (!known) return { ...counter, before: null, grown: 0, notGrown: 0 };
    return { ...(isNewLoad ? afterLoad(known) : known), value: counter.value };
  });

/** The counters after one of them was set for the next load, which says nothing about how it grows. */
export const setTo = (
  watched: readonly WatchedCounter[],
  counter: Counter,
): readonly WatchedCounter[] => {
  const known = watched.find((other) => isSame(counter, other));
  const { grown = 0, notGrown = 0 } = known ?? {};
  const others = watched.filter((other) => other !== known);
  return [...others, { ...counter, before: null, grown, notGrown }];
};

/** How likely it is that this is the site's count of visits: first by name, then by growth. */
function likelihood(counter: WatchedCounter): number {
  if (counter.name === DEFAULT_COUNTER) return Number.POSITIVE_INFINITY;
  const { grown, notGrown } = afterLoad(counter);
  return grown - notGrown + (isCalledVisits(counter.name) ? 0.5 : 0);
}

/** The counters that may be the site's count of visits, the likeliest first. */
export function foundCounters(watched: readonly WatchedCounter[]): readonly FoundCounter[] {
  return watched
    .filter((counter) => likelihood(counter) > 0 || isCalledVisits(counter.name))
    .sort(
      (one, other) =>
        // Two names that are known as such are equally likely, and infinity less infinity is no number.
        (likelihood(other) > likelihood(one) ? 1 : 0) -
          (likelihood(other) < likelihood(one) ? 1 : 0) ||
        counterStores.indexOf(one.store) - counterStores.indexOf(other.store),
    )
    .slice(0, MOST_FOUND)
    .map((counter) => ({
      store: counter.store,
      name: counter.name,
      value: counter.value,
      addsOne: counter.before === null ? null : grewNow(counter),
    }));
}
