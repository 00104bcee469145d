import browser from 'webextension-polyfill';
import { scenariosOf } from '../model/library/library.ts';
import { presentedScenario } from '../model/presentation.ts';
import type { PageReport } from '../model/report.ts';
import type { Simulation } from '../model/simulation.ts';
import type { Text } from '../model/text.ts';
import { activeOverrides, overrideLabels, type Visitor } from '../model/visitor/visitor.ts';
import { messagesLanguage, say, scenarioName, words } from '../texts.ts';
import { library } from './library.ts';

const RUNNING = '#4f46e5';
const LATE = '#a15c07';
const PROBLEM = '#b3261e';

/**
 * What the toolbar button shows of a tab: how much is simulated, how it stands, and the same in words.
 * `presented` is the name of the scenario that is presented, if one is.
 */
export function badgeOf(
  visitor: Visitor,
  report: PageReport | null,
  presented: string | null = null,
): { readonly text: string; readonly color: string; readonly title: string } {
  const names = activeOverrides(visitor).map((name) => say(overrideLabels[name]));
  const presents = presented === null ? [] : [say('uiPresented', presented)];
  if (names.length === 0) {
    return { text: '', color: RUNNING, title: [say('extensionName'), ...presents].join('\n') };
  }
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
      ...presents,
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

/** The name of the scenario that is presented; null as long as nothing was. */
async function presentedName(simulation: Simulation): Promise<string | null> {
  if (!simulation.presentation) return null;
  const presented = presentedScenario(scenariosOf(await library()), simulation);
  return presented && scenarioName(presented);
}

/** Shows on the toolbar button what is simulated in a tab. `report` is the page's last, null if it has not told yet. */
export async function showBadge(
  tabId: number,
  simulation: Simulation,
  report: PageReport | null,
): Promise<void> {
  const name = await presentedName(simulation);
  const { text, color, title } = badgeOf(simulation.visitor, report, name);
  return show(tabId, text, color, title);
}

/** Says on the toolbar button what kept something from being done in a tab, until there is something else to show. */
export const showProblem = (tabId: number, problem: Text): Promise<void> =>
  show(tabId, '!', PROBLEM, words(problem));
