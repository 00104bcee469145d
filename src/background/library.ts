import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { emptyLibrary, type Library, MAX_ITEMS } from '../model/library/library.ts';
import { storedLibrarySchema } from '../model/library/schema.ts';
import { createQueue } from './queue.ts';

const KEY = 'library';
const inTurn = createQueue();

/** As it is now; null until it has been read. Nobody else changes what is stored, so it is read once. */
let known: Library | null = null;

async function read(): Promise<Library> {
  known ??= await readStored();
  return known;
}

async function readStored(): Promise<Library> {
  const stored = v.safeParse(storedLibrarySchema, (await browser.storage.local.get(KEY))[KEY]);
  return stored.success ? stored.output : emptyLibrary;
}

/** What the tester has made and kept. */
export const library = (): Promise<Library> => inTurn(read);

/**
 * Changes what is kept, one change after the other, so that none is lost. Gives false, and changes
 * nothing, if there would be more than MAX_ITEMS of a kind.
 */
export const changeLibrary = (change: (before: Library) => Library): Promise<boolean> =>
  inTurn(async () => {
    const after = change(await read());
    if (Math.max(after.scenarios.length, after.visitors.length, after.runs.length) > MAX_ITEMS)
      return false;
    await browser.storage.local.set({ [KEY]: after });
    known = after;
    return true;
  });
