import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { withRecentReferrer } from '../model/visitor/referrer.ts';
import { createQueue } from './queue.ts';

const KEY = 'recentReferrers';
const storedSchema = v.array(v.string());
const inTurn = createQueue();

async function read(): Promise<readonly string[]> {
  const stored = v.safeParse(storedSchema, (await browser.storage.local.get(KEY))[KEY]);
  return stored.success ? stored.output : [];
}

/** The referrers that the tester has used last, the latest first. */
export const recentReferrers = (): Promise<readonly string[]> => inTurn(read);

/** Remembers a referrer that the tester has used in a tab, unless that is of a private window. */
export async function keepReferrer(tabId: number, value: string): Promise<void> {
  try {
    const { incognito } = await browser.tabs.get(tabId);
    if (incognito) return;
    await inTurn(async () => {
      await browser.storage.local.set({ [KEY]: withRecentReferrer(await read(), value) });
    });
  } catch (error) {
    // Storage may be full or broken, the tab closed: the visitor still comes from there.
    console.warn('A referrer could not be remembered.', error);
  }
}
