import browser, { type Runtime, type Tabs } from 'webextension-polyfill';
import type { SiteState, Snapshot } from '../messages/snapshot.ts';
import { editedIds, scenariosOf } from '../model/library/library.ts';
import type { WidgetState } from '../model/report.ts';
import { countersFound, lookForCounters } from './counters.ts';
import { hasWidgetScript } from './inPage.ts';
import { library } from './library.ts';
import { isReachable, lastReport, orderPage } from './pages.ts';
import { invitesIn, isProduction } from './production.ts';
import { isEnabled, patternFor } from './sites.ts';
import { tabRecord } from './tabs.ts';

/** The popups that are open, by the tab they show. */
const popups = new Map<Runtime.Port, number>();

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

async function takeSnapshot(tabId: number): Promise<Snapshot> {
  const tab = await browser.tabs.get(tabId);
  const site = await siteState(tabId, tab.url);
  const pattern = patternFor(tab.url)?.pattern ?? null;
  const [{ simulation, timeline }, kept] = await Promise.all([tabRecord(tabId), library()]);
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
    report,
    timeline,
    counters,
  };
}

/** How long changes are gathered before popups hear of them, in ms. */
const GATHER = 30;
const due = new Set<number>();

async function show(tabId: number): Promise<void> {
  const watching = [...popups].filter(([, shown]) => shown === tabId);
  if (watching.length === 0) return;
  const snapshot = await takeSnapshot(tabId);
  for (const [port] of watching) if (popups.has(port)) port.postMessage(snapshot);
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
  for (const tabId of new Set(popups.values())) tabChanged(tabId);
}

/** While a popup is open: a tab that has arrived somewhere else is another page to show. */
function tabUpdated(tabId: number, { status }: Tabs.OnUpdatedChangeInfoType): void {
  if (status === 'complete' && isShown(tabId)) void lookAgain(tabId);
}

/** Whether a popup shows a tab. */
export const isShown = (tabId: number): boolean => [...popups.values()].includes(tabId);

/** Shows a tab to a popup for as long as its port is open. */
export function showTo(port: Runtime.Port, tabId: number): void {
  popups.set(port, tabId);
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
