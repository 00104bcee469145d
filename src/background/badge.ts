import browser from 'webextension-polyfill';
import type { PageReport } from '../model/report.ts';
import type { Text } from '../model/text.ts';
import { activeOverrides, overrideLabels, type Visitor } from '../model/visitor/visitor.ts';
import { messagesLanguage, say, words } from '../texts.ts';

const RUNNING = '#4f46e5';
const LATE = '#a15c07';
const PROBLEM = '#b3261e';

/** What the toolbar button shows of a tab: how much is simulated, how it stands, and the same in words. */
export function badgeOf(
  visitor: Visitor,
  report: PageReport | null,
): { readonly text: string; readonly color: string; readonly title: string } {
  const names = activeOverrides(visitor).map((name) => say(overrideLabels[name]));
  if (names.length === 0) return { text: '', color: RUNNING, title: say('extensionName') };
  const isLate = report?.delivery === 'late';
  const hasProblem = report?.widget.state === 'error';
  const problem = hasProblem ? 'badgeWidgetError' : 'badgeLate';
  return {
    text: String(names.length),
    color: hasProblem ? PROBLEM : isLate ? LATE : RUNNING,
    title: [
      say('extensionName'),
      say('badgeSimulated', new Intl.ListFormat(messagesLanguage()).format(names)),
      ...(hasProblem || isLate ? [say(problem)] : []),
    ].join('\n'),
  };
}

async function show(tabId: number, text: string, color: string, title: string): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color });
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setTitle({ tabId, title });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** Shows on the toolbar button what is simulated in a tab. `report` is the page's last, null if it has not told yet. */
export function showBadge(
  tabId: number,
  visitor: Visitor,
  report: PageReport | null,
): Promise<void> {
  const { text, color, title } = badgeOf(visitor, report);
  return show(tabId, text, color, title);
}

/** Says on the toolbar button what kept something from being done in a tab, until there is something else to show. */
export const showProblem = (tabId: number, problem: Text): Promise<void> =>
  show(tabId, '!', PROBLEM, words(problem));
