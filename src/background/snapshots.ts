import browser, { type Runtime, type Tabs } from 'webextension-polyfill';
import type { LibraryView, News, SiteState, TabState } from '../messages/snapshot.ts';
import { editedIds, type Library, scenariosOf } from '../model/library/library.ts';
import type { WidgetState } from '../model/report.ts';
import { inviteModeOn } from '../model/simulation.ts';
import { countersFound, lookForCounters } from './counters.ts';
import { expiryOf } from './expiry.ts';
import { hasWidgetScript } from './inPage.ts';
import { library } from './library.ts';
import { tellOverlay } from './overlay.ts';
import { isReachable, lastReport, lastWatched, orderPage } from './pages.ts';
import { playingIn } from './playState.ts';
import { isProduction } from './production.ts';
import { recentReferrers } from './recentReferrers.ts';
import { settings } from './settings.ts';
import { isEnabled, patternFor } from './sites.ts';
import type { NumberedEvents } from './storedTimeline.ts';
import { tabRecord } from './tabs.ts';
import { wasEnabledAtUpdate } from './updates.ts';
import { visitedPages } from './visits.ts';

interface Popup {
  readonly tabId: number;
  /** The number of the first event that it has not been told; null if it has been told nothing. */
  untold: number | null;
  /** The library that it has been told of. */
  library: Library | null;
}

/** The popups that are open. */
const popups = new Map<Runtime.Port, Popup>();

async function siteState(tabId: number, address: string | undefined): Promise<SiteState> {
  if (address === undefined) return { state: 'hidden' };
  const site = patternFor(address);
  if (!site) return { state: 'forbidden' };
  if (!(await isEnabled(site.pattern))) return { state: 'off', ...site };
  if (isReachable(tabId)) return { state: 'on', ...site };
  return {
    state: (await wasEnabledAtUpdate(site.pattern)) ? 'outdated' : 'reload needed',
    ...site,
  };
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

/** What is told in full each time. A tester waits for it, so what does not depend on each other is asked at once. */
async function takeState(tabId: number): Promise<TabState> {
  const { url } = await browser.tabs.get(tabId);
  const pattern = patternFor(url)?.pattern ?? null;
  const [site, { simulation }, isMarked, chosen, endsAt, referrers] = await Promise.all([
    siteState(tabId, url),
    tabRecord(tabId),
    isProduction(pattern),
    settings(),
    expiryOf(tabId),
    recentReferrers(),
  ]);
  const report = site.state === 'on' ? lastReport(tabId) : null;
  const isShownPage = site.state === 'on' && url !== undefined;
  const [counters, pages, seen] = await Promise.all([
    isShownPage ? countersFound(tabId, url) : [],
    isShownPage ? visitedPages(new URL(url).origin) : [],
    !report && site.state === 'off' ? lookForWidget(tabId) : null,
  ]);
  return {
    tabId,
    site,
    widget: report?.widget ?? seen,
    simulation,
    invites: inviteModeOn(simulation.invites, pattern, isMarked),
    isProduction: isMarked,
    playing: playingIn(tabId),
    report,
    watched: simulation.isSiteWatched ? lastWatched(tabId) : null,
    counters,
    settings: chosen,
    endsAt,
    recentReferrers: referrers,
    visitedPages: pages,
  };
}

/** How long changes are gathered before popups hear of them, in ms. */
const GATHER = 30;
const due = new Set<number>();

/** The events that a popup is told at once; more than it can show. */
const LATEST_EVENTS = 200;
/** The older events that it is told at a time, so that it can do something else in between. */
const CHUNK = 1000;

const libraryView = (kept: Library): LibraryView => ({
  scenarios: scenariosOf(kept),
  edited: editedIds(kept),
  removed: kept.removed,
  visitors: kept.visitors,
  runs: kept.runs,
});

async function show(tabId: number): Promise<void> {
  if (!isShown(tabId)) return;
  const [state, kept] = await Promise.all([takeState(tabId), library()]);
  // Last, and without a wait before it is told: of two snapshots under way none tells an older timeline.
  const { timeline } = await tabRecord(tabId);
  for (const [port, popup] of popups) {
    if (popup.tabId === tabId) tell(port, popup, state, kept, timeline);
  }
}

/** Tells a popup what is new to it. */
function tell(
  port: Runtime.Port,
  popup: Popup,
  state: TabState,
  kept: Library,
  { first, events }: NumberedEvents,
): void {
  const isFirst = popup.untold === null;
  const known = Math.max(0, (popup.untold ?? first) - first);
  const begin = isFirst ? Math.max(0, events.length - LATEST_EVENTS) : known;
  port.postMessage({
    news: 'state',
    state,
    library: popup.library === kept ? null : libraryView(kept),
    known: isFirst ? 0 : known,
    events: events.slice(begin),
    olderToCome: isFirst ? begin : 0,
  } satisfies News);
  popup.untold = first + events.length;
  popup.library = kept;
  if (!isFirst) return;
  for (let end = begin; end > 0; end -= CHUNK) {
    const older = events.slice(Math.max(0, end - CHUNK), end);
    port.postMessage({ news: 'older events', events: older } satisfies News);
  }
}

function showNow(tabId: number): void {
  // A tab that has been closed has nothing left to show.
  show(tabId).catch((error: unknown) => console.debug('No snapshot of the tab.', error));
}

/** Tells the popups of a tab, and the overlay on its page, that there is something new to show. */
export function tabChanged(tabId: number): void {
  if (due.has(tabId)) return;
  due.add(tabId);
  setTimeout(() => {
    due.delete(tabId);
    showNow(tabId);
    tellOverlay(tabId).catch((error: unknown) => console.debug('No overlay on the page.', error));
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
  popups.set(port, { tabId, untold: null, library: null });
  // Not at the top level as other listeners: without a popup no page anywhere should wake us.
  browser.tabs.onUpdated.addListener(tabUpdated);
  port.onDisconnect.addListener(() => {
    popups.delete(port);
    if (popups.size === 0) browser.tabs.onUpdated.removeListener(tabUpdated);
  });
  // A page tells of itself whenever something changes: what is known can be shown while it is asked again.
  if (lastReport(tabId)) showNow(tabId);
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
