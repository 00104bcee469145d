import type { PageStore } from '../model/visitor/visits.ts';

/*
 * Functions that the background hands to the browser to run in a page's isolated world, as text: they
 * may name nothing that is defined outside them.
 */

/**
 * All entries of a storage, or the one of a name, as JSON: some sites store texts with half characters,
 * which browsers mend, and so spoil, on their way between a page and us.
 */
export function readEntries(store: PageStore, name: string | null): string {
  const storage = window[store];
  const names =
    name === null
      ? Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      : [name];
  return JSON.stringify(
    names.flatMap((key) => {
      const value = storage.getItem(key);
      return value === null ? [] : [{ name: key, value }];
    }),
  );
}

/** Writes an entry given as JSON; with the value null it is removed. */
export function writeEntry(store: PageStore, entry: string): void {
  const { name, value }: { name: string; value: string | null } = JSON.parse(entry);
  if (value === null) window[store].removeItem(name);
  else window[store].setItem(name, value);
}

/** The names of the cookies that the page sees, one for each cookie. */
export const cookieNames = (): string[] =>
  document.cookie
    .split('; ')
    .filter((cookie) => cookie !== '')
    .map((cookie) => (cookie.includes('=') ? cookie.slice(0, cookie.indexOf('=')) : ''));

/** Takes an element out of the page, if it is there. */
export const removeElement = (id: string): void => document.getElementById(id)?.remove();

/** The script element that pages load the hosted widget with. */
export const hasWidgetScript = (): boolean =>
  document.getElementById('Microsoft_Omnichannel_LCWidget') !== null;

/** Hands a text to whoever waits for it in the page, by an event of that name. */
export const sendWords = (event: string, words: string): void =>
  void window.dispatchEvent(new CustomEvent(event, { detail: words }));

/** The short numbers in a page's storages, where the page is, and since when; at most so many of each storage. */
export function readCounters(most: number): {
  address: string;
  loadedAt: number;
  counters: { store: PageStore; name: string; value: string }[];
} {
  const stores: PageStore[] = ['localStorage', 'sessionStorage'];
  const counters = stores.flatMap((store) => {
    const found: { store: PageStore; name: string; value: string }[] = [];
    const storage = window[store];
    for (let index = 0; index < storage.length && found.length < most; index++) {
      const name = storage.key(index) ?? '';
      const value = storage.getItem(name) ?? '';
      if (name.length <= 200 && /^\d{1,5}$/.test(value)) found.push({ store, name, value });
    }
    return found;
  });
  return { address: location.href, loadedAt: performance.timeOrigin, counters };
}
