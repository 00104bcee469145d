import browser from 'webextension-polyfill';
import type { CommandAnswer } from '../messages/command.ts';
import type { Skip } from '../messages/page.ts';
import { scenariosOf } from '../model/library/library.ts';
import {
  hasOverlay,
  type Place,
  type Presentation,
  withoutOverlay,
  withPresentation,
} from '../model/presentation.ts';
import type { Run } from '../model/runs/run.ts';
import {
  emptySimulation,
  type InviteMode,
  isActive,
  type PageSimulation,
  type Simulation,
  timeFor,
} from '../model/simulation.ts';
import { instant, text } from '../model/text.ts';
import { type ClockReading, instantOf } from '../model/visitor/clock.ts';
import { type Arrival, landingAfter } from '../model/visitor/landing.ts';
import { endsWithLandingPage } from '../model/visitor/referrer.ts';
import {
  activeOverrides,
  timeZoneOf,
  type Visitor,
  visitorProblems,
} from '../model/visitor/visitor.ts';
import { isFirstVisit } from '../model/visitor/visits.ts';
import { showBadge } from './badge.ts';
import { forgetCounters } from './counters.ts';
import { deliver, pageSimulation } from './delivery.ts';
import { renewExpiry } from './expiry.ts';
import { library } from './library.ts';
import { borrowVisits } from './loans/borrow.ts';
import { giveBackLoans } from './loans/giveBack.ts';
import { inheritance, prepareNewTabs } from './newTabs.ts';
import { takeOverlayAway } from './overlay.ts';
import { lastReport, orderAllFrames, orderPage, skipInPage } from './pages.ts';
import { invitesIn, isProduction, markProduction } from './production.ts';
import { keepReferrer } from './recentReferrers.ts';
import { isEnabled, patternFor } from './sites.ts';
import { tabChanged } from './snapshots.ts';
import { allOf } from './steps.ts';
import {
  addToTimeline,
  forgetTab,
  isOpen,
  keepSite,
  nextEpoch,
  tabRecord,
  updateSimulation,
} from './tabs.ts';

/**
 * What a tab's documents are to be given; null while nothing is simulated there. `site` is the host permission
 * of the site that the tab has come to, if it may be another than before.
 */
export async function simulationFor(
  tabId: number,
  site?: string | null,
): Promise<PageSimulation | null> {
  // What goes wrong there is told where it was begun.
  await inheriting.get(tabId)?.catch(() => {});
  const { simulation } = await tabRecord(tabId);
  return toPage(tabId, simulation, site);
}

async function toPage(
  tabId: number,
  simulation: Simulation,
  site?: string | null,
): Promise<PageSimulation | null> {
  const known = site === undefined ? (await tabRecord(tabId)).site : site;
  const invites = await invitesIn({ site: known, simulation });
  if (!isActive(simulation) && invites === 'live') return null;
  return pageSimulation(simulation, scenariosOf(await library()), invites);
}

/** Whether anything is simulated in a tab. */
export async function isSimulated(tabId: number): Promise<boolean> {
  const record = await tabRecord(tabId);
  return isActive(record.simulation) || (await invitesIn(record)) === 'dry run';
}

/** Brings a simulation to the next documents of a tab, and to the tabs that they open; it lasts anew. */
async function deliverFrom(tabId: number, simulation: PageSimulation | null): Promise<void> {
  await deliver(tabId, simulation);
  await prepareNewTabs();
  // What a site has by default lasts as long as its mark.
  await renewExpiry(tabId, isActive((await tabRecord(tabId)).simulation));
}

/** Brings a changed simulation to the tab: to its next documents, to the present ones, and to the badge. */
async function publish(tabId: number, simulation: Simulation): Promise<void> {
  const forPage = await toPage(tabId, simulation);
  await deliverFrom(tabId, forPage);
  await orderAllFrames(tabId, { kind: 'simulation', simulation: forPage });
  await showBadge(tabId, simulation, lastReport(tabId));
  tabChanged(tabId);
}

export async function enableScenario(
  tabId: number,
  scenarioId: string,
  enabled: boolean,
): Promise<void> {
  const simulation = await updateSimulation(tabId, (before) => {
    const others = before.scenarioIds.filter((id) => id !== scenarioId);
    return {
      ...before,
      epoch: before.epoch || nextEpoch(),
      scenarioIds: enabled ? [...others, scenarioId] : others,
    };
  });
  await publish(tabId, simulation);
}

/** Changes what an audience is shown in a tab. */
export async function setPresentation(tabId: number, change: Partial<Presentation>): Promise<void> {
  const simulation = await updateSimulation(tabId, (before) =>
    withPresentation({ ...before, epoch: before.epoch || nextEpoch() }, change),
  );
  if (!hasOverlay(simulation)) overlayEnded(tabId);
  await publish(tabId, simulation);
}

/** The presenter has moved the overlay of a tab, which knows so already. */
export async function moveOverlay(tabId: number, place: Place | null): Promise<void> {
  await updateSimulation(tabId, (before) =>
    hasOverlay(before) ? withPresentation(before, { place }) : before,
  );
}

/** Takes the overlay off the page, which may be too busy to wait for. */
function overlayEnded(tabId: number): void {
  takeOverlayAway(tabId).catch((error: unknown) =>
    console.warn('The overlay was not taken off its page.', error),
  );
}

/** The host permission of the site that a tab shows; null where no extension may run. */
const shownSite = async (tabId: number): Promise<string | null> =>
  patternFor((await browser.tabs.get(tabId)).url)?.pattern ?? null;

/** Begins a dry run in a tab, or ends it; a choice that says what the site has by default is none. */
export async function setInvites(tabId: number, invites: InviteMode): Promise<void> {
  const site = await shownSite(tabId);
  const isProductionSite = await isProduction(site);
  const simulation = await updateSimulation(tabId, ({ invites: _, ...before }) => ({
    ...before,
    epoch: before.epoch || nextEpoch(),
    ...(invites === 'dry run' && !isProductionSite && { invites }),
    ...(invites === 'live' && isProductionSite && site && { invites: { liveOn: site } }),
  }));
  await publish(tabId, simulation);
}

/** Watches the site's own code in a tab, from the first script of its page on; or not any more. */
export async function watchSite(tabId: number, isWatched: boolean): Promise<void> {
  const simulation = await updateSimulation(tabId, ({ isSiteWatched: _, ...before }) => ({
    ...before,
    epoch: before.epoch || nextEpoch(),
    ...(isWatched && { isSiteWatched: true }),
  }));
  await publish(tabId, simulation);
  if (isWatched) await browser.tabs.reload(tabId);
}

/** Marks the site that a tab shows as production, or takes the mark away, and brings that to all tabs of the site. */
export async function setProduction(tabId: number, isMarked: boolean): Promise<void> {
  const site = await shownSite(tabId);
  if (site === null) return;
  await markProduction(site, isMarked);
  for (const { id } of await browser.tabs.query({ url: site })) {
    if (id === undefined || (await tabRecord(id)).site !== site) continue;
    const simulation = await updateSimulation(id, ({ invites, ...before }) => ({
      ...before,
      // Where it was wanted live once, it may not be any more.
      ...(invites === 'dry run' && { invites }),
    }));
    await publish(id, simulation);
  }
}

/** A tab has come to another site, on which invites may be something else by default. */
export async function siteChanged(tabId: number): Promise<void> {
  await deliverFrom(tabId, await simulationFor(tabId));
}

/** After a scenario was edited: the tabs that watch for it, or present it, get it as it is now. */
export async function publishEverywhere(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id === undefined) continue;
    const { simulation } = await tabRecord(id);
    if (simulation.scenarioIds.length > 0 || hasOverlay(simulation)) await publish(id, simulation);
  }
}

/**
 * Makes the tab's page see this visitor, and loads it anew so that it does from its first script on.
 * Wrong fields change nothing and are the answer.
 */
export const setVisitor = (tabId: number, visitor: Visitor): Promise<CommandAnswer> =>
  whileOpen(tabId, () => applyVisitor(tabId, visitor));

/** Changes a tab, and leaves nothing of it if it is closed meanwhile. */
export async function whileOpen<T>(tabId: number, change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } finally {
    // Closed in the middle, the tab was forgotten before the last of it was written.
    if (!(await isOpen(tabId))) await forgetSimulation(tabId);
  }
}

/**
 * Lets a visitor arrive at a page of an enabled site, watched by exactly these scenarios, and the site's
 * own code watched too. What keeps the visitor from being one is the answer.
 */
export const arrive = (
  tabId: number,
  { visitor, scenarioIds, address }: Pick<Run, 'visitor' | 'scenarioIds' | 'address'>,
): Promise<CommandAnswer> =>
  whileOpen(tabId, () =>
    applyVisitor(tabId, visitor, {
      address,
      others: { scenarioIds, isSiteWatched: true },
      load: () => loadPage(tabId, address),
    }),
  );

/** Loads a page in a tab, also if it is there already. */
export async function loadPage(tabId: number, address: string): Promise<void> {
  const { url = '' } = await browser.tabs.get(tabId);
  const [shown] = url.split('#');
  const [wanted, fragment] = address.split('#');
  if (url !== address) await browser.tabs.update(tabId, { url: address });
  // To another fragment of the same page a browser only scrolls.
  if (url === address || (shown === wanted && fragment !== undefined))
    await browser.tabs.reload(tabId);
}

interface Application {
  /** The page that the visitor is to come to; the one that is shown if there is none. */
  readonly address?: string;
  readonly others?: Partial<Simulation>;
  readonly load?: () => Promise<void>;
}

async function applyVisitor(
  tabId: number,
  visitor: Visitor,
  { address, others, load = () => browser.tabs.reload(tabId) }: Application = {},
): Promise<CommandAnswer> {
  const problems = visitorProblems(visitor);
  if (problems.length > 0) return problems;
  const url = address ?? (await browser.tabs.get(tabId)).url;
  if (visitor.visits && !url) return [{ path: 'visits.number', text: text('problemNoAddress') }];

  // A visitor without overrides who comes somewhere is one of a run.
  const isReset = address === undefined && activeOverrides(visitor).length === 0;
  const begin = () =>
    updateSimulation(tabId, ({ landing: _, ...before }) => ({
      ...(isReset ? withoutOverlay(before) : before),
      ...others,
      epoch: nextEpoch(),
      visitor,
      clockReading: readingFor(visitor),
    }));
  let simulation: Simulation;
  if (visitor.visits && url) {
    const borrowed = await borrowVisits(tabId, url, visitor.visits, begin);
    const path = isFirstVisit(visitor.visits) ? 'visits.first' : 'visits.name';
    if ('refused' in borrowed) return [{ path, text: borrowed.refused }];
    simulation = borrowed.begun;
  } else {
    await giveBackLoans(tabId);
    simulation = await begin();
  }
  const forPage = await toPage(tabId, simulation);
  await deliverFrom(tabId, forPage);
  await orderPage(tabId, { kind: 'handover', simulation: forPage });
  await showBadge(tabId, simulation, null);
  if (visitor.referrer?.value) await keepReferrer(tabId, visitor.referrer.value);
  await load();
  tabChanged(tabId);
  return [];
}

/** A document of the tab's top frame has arrived: its referrer, and that of the next ones, may depend on where. */
export async function documentArrived(tabId: number, arrival: Arrival): Promise<void> {
  const { simulation } = await tabRecord(tabId);
  const { referrer } = simulation.visitor;
  if (!referrer || !endsWithLandingPage(referrer)) return;
  const landing = landingAfter(simulation.landing, arrival);
  if (landing.isShown === simulation.landing?.isShown) return;
  const later = await updateSimulation(tabId, (before) => ({ ...before, landing }));
  await deliverFrom(tabId, await toPage(tabId, later));
}

/** What the clock of a visitor goes on from when it is set now. */
function readingFor(visitor: Visitor): ClockReading | null {
  if (!visitor.clock) return null;
  const { at } = visitor.clock;
  const now = Date.now();
  return { shows: at === null ? now : (instantOf(at, timeZoneOf(visitor)) ?? now), at: now };
}

/** The tabs in which time is being skipped. */
const skipping = new Set<number>();

/** No visitor's clock is skipped beyond this: later years have more than four digits. */
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59Z');

/**
 * Lets time pass at once in a tab: in its page first, up to the first invite, then as much in its frames,
 * and for its later documents. The answer is what keeps it from being done.
 */
export async function skip(tabId: number, order: Skip): Promise<CommandAnswer> {
  const { simulation } = await tabRecord(tabId);
  if (skipping.has(tabId)) return [{ text: text('problemSkipping') }];
  if (timeFor(simulation, Date.now()) + order.ms > LAST_INSTANT) {
    return [{ text: text('problemSkipTooFar', instant(LAST_INSTANT)) }];
  }
  skipping.add(tabId);
  try {
    const skipped = await skipInPage(tabId, order);
    if (skipped === null) return [{ text: text('problemPageUnreached') }];
    await orderAllFrames(tabId, { kind: 'skip in frame', ms: skipped });
    await timeSkipped(tabId, skipped);
    return [];
  } finally {
    skipping.delete(tabId);
  }
}

/** Time that was skipped in a document has passed for the later ones too. */
async function timeSkipped(tabId: number, ms: number): Promise<void> {
  const { simulation } = await tabRecord(tabId);
  if (!simulation.visitor.clock || ms === 0) return;
  const later = await updateSimulation(tabId, (before) => ({
    ...before,
    clockReading: before.clockReading && {
      ...before.clockReading,
      shows: before.clockReading.shows + ms,
    },
  }));
  await deliverFrom(tabId, await toPage(tabId, later));
}

/** Ends the simulation of a tab and puts back what it borrowed. */
export const endSimulation = (tabId: number): Promise<void> =>
  allOf([
    giveBackLoans(tabId),
    updateSimulation(tabId, () => emptySimulation(0)).then((none) => {
      overlayEnded(tabId);
      return publish(tabId, none);
    }),
  ]);

/** The new tabs that are being given the visitor of their opener. */
const inheriting = new Map<number, Promise<void>>();

/** Gives a tab that was opened from another the visitor and the scenarios of that one. */
export function inherit(openerId: number, tabId: number): Promise<void> {
  const done = whileOpen(tabId, () => copySimulation(openerId, tabId)).finally(() =>
    inheriting.delete(tabId),
  );
  inheriting.set(tabId, done);
  return done;
}

async function copySimulation(openerId: number, tabId: number): Promise<void> {
  const [opener, own] = await Promise.all([tabRecord(openerId), tabRecord(tabId)]);
  if (!isActive(opener.simulation) || own.simulation.epoch !== 0) return;
  // Until a document of its own arrives, it is its opener's site that has to be enabled.
  if (own.site === null) await keepSite(tabId, opener.site);
  await publish(tabId, await updateSimulation(tabId, () => inheritance(opener.simulation)));
}

/**
 * The same for a tab whose opener the browser does not tell, such as a window of its own in Firefox. The
 * opener is a tab of the same site that sees the visitor named by `epoch`.
 */
export async function inheritVisitor(epoch: number, tabId: number, site: string): Promise<void> {
  if ((await tabRecord(tabId)).simulation.epoch !== 0) return;
  for (const { id } of await browser.tabs.query({ url: site })) {
    if (id === undefined || id === tabId) continue;
    if ((await tabRecord(id)).simulation.epoch === epoch) return inherit(id, tabId);
  }
}

/** Gives all tabs in which something is simulated the time that is now set before it ends. */
export async function renewAllExpiries(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    if (id !== undefined) await renewExpiry(id, isActive((await tabRecord(id)).simulation));
  }
}

/** Ends a simulation whose time has come, and tells so: the page turns real without being loaded anew. */
export async function simulationExpired(tabId: number): Promise<void> {
  const { simulation } = await tabRecord(tabId);
  if (!isActive(simulation)) return;
  const now = Date.now();
  await addToTimeline(tabId, {
    kind: 'ended',
    text: text('eventEnded'),
    at: now,
    visitorAt: timeFor(simulation, now),
  });
  await endSimulation(tabId);
}

/** For a tab that has been closed. */
export const forgetSimulation = (tabId: number): Promise<void> =>
  allOf([
    giveBackLoans(tabId),
    renewExpiry(tabId, false),
    deliver(tabId, null),
    forgetCounters(tabId),
    forgetTab(tabId).then(prepareNewTabs),
  ]);

/** Ends the simulations of the tabs whose site is not enabled any more, with all that was kept of them. */
export async function endDisabledSimulations(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await allOf(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const { site } = await tabRecord(id);
      if (site === null || (await isEnabled(site))) return;
      // Its page may be busy, so nothing waits until that has heard. The record is forgotten after its last change.
      await allOf([endSimulation(id), forgetCounters(id), forgetTab(id)]);
    }),
  );
}
