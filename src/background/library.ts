import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { emptyLibrary, type Library } from '../model/library/library.ts';
import { storedLibrarySchema } from '../model/library/schema.ts';
import { createQueue } from './queue.ts';

const KEY = 'library';
const inTurn = createQueue();

async function read(): Promise<Library> {
  const stored = v.safeParse(storedLibrarySchema, (await browser.storage.local.get(KEY))[KEY]);
  return stored.success ? stored.output : emptyLibrary;
}

/** What the tester has made and kept. */
export const library = (): Promise<Library> => inTurn(read);

/** Changes what is kept; gives what it has become. One change after the other, so that none is lost. */
export const changeLibrary = (change: (before: Library) => Library): Promise<Library> =>
  inTurn(async () => {
    const after = change(await read());
    await browser.storage.local.set({ [KEY]: after });
    return after;
  });
