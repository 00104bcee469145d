import browser from 'webextension-polyfill';
import type { Delivery } from '../model/report.ts';
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
  } catch {
    // The tab was closed meanwhile.
  }
}
