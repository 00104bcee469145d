import browser from 'webextension-polyfill';
import type { Delivery } from '../model/report.ts';
import type { Text } from '../model/text.ts';
import { activeOverrides, type Visitor } from '../model/visitor/visitor.ts';

const RUNNING = '#4f46e5';
const LATE = '#a15c07';

/** Shows on the toolbar button how many overrides are on in a tab; another colour if they came late. */
export async function showBadge(
  tabId: number,
  visitor: Visitor,
  delivery: Delivery,
): Promise<void> {
  const count = activeOverrides(visitor).length;
  try {
    await browser.action.setBadgeBackgroundColor({
      tabId,
      color: delivery === 'late' ? LATE : RUNNING,
    });
    await browser.action.setBadgeText({ tabId, text: count === 0 ? '' : String(count) });
    // Whatever a problem was about is past.
    await browser.action.setTitle({ tabId, title: browser.i18n.getMessage('extensionName') });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** Says on the toolbar button what kept a key from being obeyed in a tab, until there is something else to show. */
export async function showProblem(tabId: number, { key, values }: Text): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: LATE });
    await browser.action.setBadgeText({ tabId, text: '!' });
    await browser.action.setTitle({ tabId, title: browser.i18n.getMessage(key, [...values]) });
  } catch {
    // The tab was closed meanwhile.
  }
}
