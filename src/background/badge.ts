import browser from 'webextension-polyfill';
import { scenariosOf } from '../model/library/library.ts';
import { hasOverlay, presentedScenario } from '../model/presentation.ts';
import type { PageReport } from '../model/report.ts';
import { isActive, type Simulation } from '../model/simulation.ts';
import type { Text } from '../model/text.ts';
import { activeOverrides, overrideLabels } from '../model/visitor/visitor.ts';
import { list, messagesLanguage, say, scenarioName, words } from '../texts.ts';
import { library } from './library.ts';
import { invitesIn } from './production.ts';
import { tabRecord } from './tabs.ts';

const RUNNING = '#4f46e5';
const LATE = '#a15c07';
const PROBLEM = '#b3261e';

/** What the badge says where something is on, but nothing is overridden that could be counted. */
const ON = '•';
/** What it says where something went wrong. */
const AMISS = '!';

interface Shown {
  readonly simulation: Simulation;
  readonly report: PageReport | null;
  /** Whether invites are recorded only, by the tester's choice or the site's default. */
  readonly isDryRun: boolean;
  /** The name of the scenario that is presented, if one is. */
  readonly presented: string | null;
}

const hasStandIn = ({ report }: Shown): boolean =>
  report?.widget.state === 'ready' && report.widget.isStandIn === true;

/** What else is on, besides overrides. */
function othersOn(shown: Shown): readonly string[] {
  const { simulation, isDryRun } = shown;
  const { length: scenarios } = simulation.scenarioIds;
  return [
    ...(scenarios > 0 ? [say('badgeScenarios', scenarios)] : []),
    ...(isDryRun ? [say('uiDryRunChip')] : []),
    ...(hasStandIn(shown) ? [say('uiStandIn')] : []),
    ...(hasOverlay(simulation) ? [say('uiOverlay')] : []),
    ...(simulation.isSiteWatched ? [say('badgeWatching')] : []),
  ];
}

/** What the toolbar button shows of a tab: how much is simulated, how it stands, and the same in words. */
export function badgeOf(shown: Shown): {
  readonly text: string;
  readonly color: string;
  readonly title: string;
} {
  const { simulation, report, presented } = shown;
  const names = activeOverrides(simulation.visitor).map((name) => say(overrideLabels[name]));
  const others = othersOn(shown);
  // A dry run that the site has by default is nothing that the tester has begun.
  const isOn = isActive(simulation) || hasStandIn(shown);
  const isLate = names.length > 0 && report?.delivery === 'late';
  const hasProblem = isOn && report?.widget.state === 'error';
  const withoutOverrides = hasProblem ? AMISS : isOn ? ON : '';
  return {
    text: names.length > 0 ? String(names.length) : withoutOverrides,
    color: hasProblem ? PROBLEM : isLate ? LATE : RUNNING,
    title: [
      say('extensionName'),
      ...(names.length > 0
        ? [say('badgeSimulated', new Intl.ListFormat(messagesLanguage()).format(names))]
        : []),
      ...(hasProblem || isLate ? [say(hasProblem ? 'badgeWidgetError' : 'badgeLate')] : []),
      ...(others.length > 0 ? [list(others)] : []),
      ...(presented === null ? [] : [say('uiPresented', presented)]),
    ].join('\n'),
  };
}

/** Whether the toolbar button may have something else to show of a page since it last reported. */
export const isNewToBadge = (before: PageReport | null, report: PageReport): boolean =>
  before?.epoch !== report.epoch ||
  before.delivery !== report.delivery ||
  before.widget.state !== report.widget.state;

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
  const { site } = await tabRecord(tabId);
  const isDryRun = (await invitesIn({ site, simulation })) === 'dry run';
  const presented = await presentedName(simulation);
  const { text, color, title } = badgeOf({ simulation, report, isDryRun, presented });
  return show(tabId, text, color, title);
}

/** Says on the toolbar button what kept something from being done in a tab, until there is something else to show. */
export const showProblem = (tabId: number, problem: Text): Promise<void> =>
  show(tabId, AMISS, PROBLEM, words(problem));
