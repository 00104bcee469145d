import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { PageStore } from '../../model/visitor/visits.ts';
import { readEntries, writeEntry } from '../inPage.ts';
import { type Entry, entriesSchema } from './loan.ts';

/*
 * A page's localStorage and sessionStorage, which only a page of its origin reaches: so a tab that shows
 * one is named.
 */

/** The entries of a tab's page, or the one of a name. */
export async function entriesOf(
  tabId: number,
  store: PageStore,
  name: string | null,
): Promise<Entry[]> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId },
    func: readEntries,
    args: [store, name],
  });
  return v.parse(entriesSchema, JSON.parse(v.parse(v.string(), frame?.result)));
}

/** Null removes the entry. */
export async function setEntry(
  tabId: number,
  store: PageStore,
  name: string,
  value: string | null,
): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId },
    func: writeEntry,
    args: [store, JSON.stringify({ name, value })],
  });
}

/** Makes the entries with names that `isOurs` accepts the ones that there were before. */
export async function restoreEntries(
  tabId: number,
  store: PageStore,
  before: readonly Entry[],
  isOurs: (name: string) => boolean,
): Promise<void> {
  const wanted = new Map(before.map(({ name, value }) => [name, value]));
  for (const { name, value } of await entriesOf(tabId, store, null)) {
    if (isOurs(name) && !wanted.has(name)) await setEntry(tabId, store, name, null);
    // What is as it was need not be written, which other tabs would hear of.
    if (wanted.get(name) === value) wanted.delete(name);
  }
  for (const [name, value] of wanted) {
    if (isOurs(name)) await setEntry(tabId, store, name, value);
  }
}
