import browser from 'webextension-polyfill';
import { settings } from './settings.ts';

/*
 * A simulation that nobody has touched for a while ends, so that none is forgotten. The browser's own list
 * of alarms says when.
 */

const PREFIX = 'expiry:';
const MINUTE = 60_000;

/** Lets the simulation of a tab end a while from now, if it `isActive`; one that is not has no end. */
export async function renewExpiry(tabId: number, isActive: boolean): Promise<void> {
  const name = PREFIX + tabId;
  const { expiryMinutes } = await settings();
  if (isActive && expiryMinutes !== null) {
    browser.alarms.create(name, { when: Date.now() + expiryMinutes * MINUTE });
  } else {
    await browser.alarms.clear(name);
  }
}

/** When the simulation of a tab ends, in ms since 1970; null if it stays. */
export const expiryOf = async (tabId: number): Promise<number | null> =>
  (await browser.alarms.get(PREFIX + tabId))?.scheduledTime ?? null;

/** The tab whose simulation an alarm ends; null for an alarm of anything else. */
export function expiredTab(alarm: string): number | null {
  const tabId = Number(alarm.slice(PREFIX.length));
  return alarm.startsWith(PREFIX) && Number.isInteger(tabId) ? tabId : null;
}
