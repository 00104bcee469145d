import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { initialSettings, type Settings, someSettingsSchema } from '../messages/settings.ts';
import { createQueue } from './queue.ts';

const KEY = 'settings';
const inTurn = createQueue();

async function read(): Promise<Settings> {
  const stored = v.safeParse(someSettingsSchema, (await browser.storage.local.get(KEY))[KEY]);
  return { ...initialSettings, ...(stored.success ? stored.output : {}) };
}

/** What the tester has chosen for every tab. */
export const settings = (): Promise<Settings> => inTurn(read);

/** Changes some of the settings; done when they are stored. */
export const changeSettings = (changes: Partial<Settings>): Promise<void> =>
  inTurn(async () => {
    await browser.storage.local.set({ [KEY]: { ...(await read()), ...changes } });
  });
