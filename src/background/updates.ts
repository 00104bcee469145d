import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { createQueue } from './queue.ts';

/*
 * What an update leaves in open pages is heard no more, and they look like pages that never had anything
 * of ours. The sites that were enabled when it came tell the two apart.
 */

const KEY = 'sitesAtUpdate';
const inTurn = createQueue();

const patternsSchema = v.array(v.string());

async function patternsAtUpdate(): Promise<readonly string[]> {
  const stored = v.safeParse(patternsSchema, (await browser.storage.session.get(KEY))[KEY]);
  return stored.success ? stored.output : [];
}

/** The extension has just been updated. */
export const noteUpdate = (): Promise<void> =>
  inTurn(async () => {
    const { origins = [] } = await browser.permissions.getAll();
    await browser.storage.session.set({ [KEY]: origins });
  });

/** Sites have been disabled: when they are enabled again, that is later than the update. */
export const forgetUpdateOf = (patterns: readonly string[]): Promise<void> =>
  inTurn(async () => {
    const kept = (await patternsAtUpdate()).filter((pattern) => !patterns.includes(pattern));
    await browser.storage.session.set({ [KEY]: kept });
  });

/** Whether a site was enabled already when the extension was updated, if it was since the browser started. */
export const wasEnabledAtUpdate = (pattern: string): Promise<boolean> =>
  inTurn(async () => (await patternsAtUpdate()).includes(pattern));
