import browser, { type Runtime, type Tabs } from 'webextension-polyfill';
import type { SiteState, Snapshot } from '../messages/snapshot.ts';
import { editedIds, scenariosOf } from '../model/library/library.ts';
import type { WidgetState } from '../model/report.ts';
import { countersFound, lookForCounters } from './counters.ts';
import { expiryOf } from './expiry.ts';
import { hasWidgetScript } from './inPage.ts';
import { library } from './library.ts';
import { isReachable, lastReport, lastWatched, orderPage } from './pages.ts';
import { playingIn } from './playState.ts';
import { invitesIn, isProduction } from './production.ts';
import { settings } from './settings.ts';
import { isEnabled, patternFor } from './sites.ts';
import { tabRecord } from './tabs.ts';

interface Popup {
  readonly tabId: number;
  /** The number of the first event that it has not been told. */
  untold: number;
}

/** The popups that are open. */
const popups = new Map<Runtime.Port, Popup>();

async function siteState(tabId: number, address: string | undefined): Promise<SiteState> {
  if (address === undefined) return { state: 'hidden' };
  const site = patternFor(address);
  if (!site) return { state: 'forbidden' };
  if (!(await isEnabled(site.pattern))) return { state: 'off', ...site };
  return { state: isReachable(tabId) ? 'on' : 'reload needed', ...site };
}

/** Looks for the widget on a page of a site that is not enabled, which the click on our button allows once. */
async function lookForWidget(tabId: number): Promise<WidgetState | null> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId },
      func: hasWidgetScript,
    });
    return { state: frame?.result === true ? 'loading' : 'none' };
  } catch {
    return null;
  }
}

/** All of a snapshot but the timeline, of which each popup is told what is new to it. */
async function takeSnapshot(tabId: number): Promise<Omit<Snapshot, 'timeline' | 'timelineKnown'>> {
  const tab = await browser.tabs.get(tabId);
  const site = await siteState(tabId, tab.url);
  const pattern = patternFor(tab.url)?.pattern ?? null;
  const [{ simulation }, kept, chosen, endsAt] = await Promise.all([
    tabRecord(tabId),
    library(),
    settings(),
    expiryOf(tabId),
  ]);
  const report = site.state === 'on' ? lastReport(tabId) : null;
  const counters = site.state === 'on' && tab.url ? await countersFound(tabId, tab.url) : [];
  const widget = report?.widget ?? (site.state === 'off' ? await lookForWidget(tabId) : null);
  return {
    tabId,
    site,
    widget,
    simulation,
    invites: await invitesIn({ site: pattern, simulation }),
    isProduction: await isProduction(pattern),
    scenarios: scenariosOf(kept),
    edited: editedIds(kept),
    removed: kept.removed,
    visitors: kept.visitors,
    runs: kept.runs,
    playing: playingIn(tabId),
    report,
    watched: simulation.isSiteWatched ? lastWatched(tabId) : null,
    counters,
    settings: chosen,
    endsAt,
  };
}

/** How long changes are gathered before popups hear of them, in ms. */
const GATHER = 30;
const due = new Set<number>();

async function show(tabId: number): Promise<void> {
  if (!isShown(tabId)) return;
  const snapshot = await takeSnapshot(tabId);
  // Last, and without a wait before it is told: of two snapshots under way none tells an older timeline.
  const { timeline } = await tabRecord(tabId);
  for (const [port, popup] of popups) {
    if (popup.tabId !== tabId) continue;
    const timelineKnown = Math.max(0, popup.untold - timeline.first);
    popup.untold = timeline.first + timeline.events.length;
    const news: Snapshot = {
      ...snapshot,
      timeline: timeline.events.slice(timelineKnown),
      timelineKnown,
    };
    port.postMessage(news);
  }
}

/** Tells the popups of a tab that there is something new to show. */
export function tabChanged(tabId: number): void {
  if (due.has(tabId)) return;
  due.add(tabId);
  setTimeout(() => {
    due.delete(tabId);
    // A tab that has been closed has nothing left to show.
    show(tabId).catch((error: unknown) => console.debug('No snapshot of the tab.', error));
  }, GATHER);
}

/** Tells all popups, for changes that concern every tab. */
export function everythingChanged(): void {
  for (const { tabId } of popups.values()) tabChanged(tabId);
}

/** While a popup is open: a tab that has arrived somewhere else is another page to show. */
function tabUpdated(tabId: number, { status }: Tabs.OnUpdatedChangeInfoType): void {
  if (status === 'complete' && isShown(tabId)) void lookAgain(tabId);
}

/** Whether a popup shows a tab. */
export const isShown = (tabId: number): boolean =>
  [...popups.values()].some((popup) => popup.tabId === tabId);

/** Shows a tab to a popup for as long as its port is open. */
export function showTo(port: Runtime.Port, tabId: number): void {
  popups.set(port, { tabId, untold: 0 });
  // Not at the top level as other listeners: without a popup no page anywhere should wake us.
  browser.tabs.onUpdated.addListener(tabUpdated);
  port.onDisconnect.addListener(() => {
    popups.delete(port);
    if (popups.size === 0) browser.tabs.onUpdated.removeListener(tabUpdated);
  });
  void lookAgain(tabId);
}

/** Asks the page of a tab for its state, which also finds out whether anything of ours is there. */
export async function lookAgain(tabId: number): Promise<void> {
  const isHere = await orderPage(tabId, { kind: 'report' });
  tabChanged(tabId);
  if (!isHere) return;
  await lookForCounters(tabId);
  tabChanged(tabId);
}
