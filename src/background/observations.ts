import type { BridgeMessage } from '../messages/observation.ts';
import type { OverlayMessage } from '../messages/overlay.ts';
import type { Observation } from '../messages/page.ts';
import { type PageSimulation, timeFor } from '../model/simulation.ts';
import { type Text, text } from '../model/text.ts';
import type { TimelineEvent } from '../model/timeline.ts';
import { activeOverrides } from '../model/visitor/visitor.ts';
import { isNewToBadge, showBadge } from './badge.ts';
import { lookForCounters } from './counters.ts';
import { countryAt } from './country.ts';
import { giveBackLeftOver } from './loans/giveBack.ts';
import {
  keepRealInFrame,
  keepReport,
  keepWatched,
  lastReport,
  orderPage,
  pageArrived,
} from './pages.ts';
import type { Sender } from './senders.ts';
import { settings } from './settings.ts';
import {
  documentArrived,
  inherit,
  inheritVisitor,
  isSimulated,
  moveOverlay,
  setPresentation,
  simulationFor,
  siteChanged,
} from './simulations.ts';
import { patternFor } from './sites.ts';
import { isShown, tabChanged } from './snapshots.ts';
import { addToTimeline, clearTimeline, keepSite, tabRecord } from './tabs.ts';
import { countVisit, setVisits } from './visits.ts';

/** What a document gets when it says hello. */
export interface Welcome {
  readonly simulation: PageSimulation | null;
  /** Which visit of its address this is; null in frames. */
  readonly visits: number | null;
}

function pageLoadedText(address: string, overrides: number): Text {
  if (overrides === 0) return text('eventPageLoaded', address);
  return overrides === 1
    ? text('eventPageLoadedOne', address)
    : text('eventPageLoadedMany', address, overrides);
}

type Hello = Extract<BridgeMessage, { kind: 'hello' }>;

/** A document has begun: what it has to know. */
export async function welcome(
  { tabId, isTop, address, site, openerTabId }: Sender,
  { openerEpoch, navigation }: Hello,
): Promise<Welcome> {
  const hasAddress = patternFor(address) !== null;
  if (isTop) {
    pageArrived(tabId);
    if (!(await settings()).timelineKept) await clearTimeline(tabId);
    if (site && openerEpoch !== null) await inheritVisitor(openerEpoch, tabId, site);
    // Only a page makes a window of its site without an address, so this opener is no mere neighbour.
    else if (!hasAddress && openerTabId !== undefined) await inherit(openerTabId, tabId);
    await documentArrived(tabId, { address, navigation });
  }
  const isCounted = isTop && hasAddress;
  const [simulation, visits] = await Promise.all([
    isTop ? simulationFor(tabId, site) : simulationFor(tabId),
    isCounted ? countVisit(address) : null,
  ]);
  return { simulation, visits };
}

/** What else there is to do when a document has begun; its scripts need not wait for that. */
export async function arrived(
  { tabId, isTop, address, site }: Sender,
  { simulation }: Welcome,
): Promise<void> {
  if (!isTop) return;
  tabChanged(tabId);
  if (await keepSite(tabId, site)) await siteChanged(tabId);
  if (simulation) {
    const now = Date.now();
    await addToTimeline(tabId, {
      kind: 'page loaded',
      text: pageLoadedText(address, activeOverrides(simulation.visitor).length),
      at: now,
      visitorAt: timeFor(simulation, now),
    });
  }
  if (!simulation?.visitor.visits) await giveBackLeftOver({ tabId, address });
}

/** Whether somebody follows what goes on in a tab: where nothing is simulated only a popup that is open does. */
const isFollowed = async (tabId: number): Promise<boolean> => isShown(tabId) || isSimulated(tabId);

/** Whether an event belongs to the story of a tab. What becomes of invites always does: they came from Fire, if from nothing else. */
const isTold = async (tabId: number, { cause }: TimelineEvent): Promise<boolean> =>
  cause !== undefined || isFollowed(tabId);

/** The page of a tab has loaded: what it keeps now is looked at, and shown. */
export async function loaded({ tabId, isTop }: Sender): Promise<void> {
  if (!isTop || !(await isFollowed(tabId))) return;
  await lookForCounters(tabId);
  tabChanged(tabId);
}

/** The address a document says it has now, which can only be one of its own site. */
const ownAddress = ({ address }: Sender, said: string): string =>
  URL.canParse(said) && new URL(said).origin === new URL(address).origin ? said : address;

/** The presenter has done something with the overlay of a document. */
export async function overlayUsed(
  { tabId, isTop }: Sender,
  message: OverlayMessage,
): Promise<void> {
  if (!isTop) return;
  await (message.kind === 'overlay moved'
    ? moveOverlay(tabId, message.place)
    : setPresentation(tabId, { overlay: false }));
}

/** A document has observed something. */
export async function observed(sender: Sender, observation: Observation): Promise<void> {
  const { tabId, isTop } = sender;
  if (observation.kind === 'real worker in frame') {
    keepRealInFrame(tabId, observation.why);
    tabChanged(tabId);
    return;
  }
  // Frames have no story of their own.
  if (!isTop) return;
  switch (observation.kind) {
    case 'report': {
      const before = lastReport(tabId);
      const { report } = observation;
      keepReport(tabId, report);
      // Browsers forget a badge when the page goes, and so do we the report.
      if (!isNewToBadge(before, report)) break;
      const { simulation } = await tabRecord(tabId);
      await showBadge(tabId, simulation, report);
      break;
    }
    case 'event':
      if (!(await isTold(tabId, observation.event))) return;
      // Shown at once, stored a moment later.
      tabChanged(tabId);
      await addToTimeline(tabId, observation.event);
      return;
    case 'watched':
      keepWatched(tabId, observation.watched);
      break;
    case 'located':
      await orderPage(tabId, {
        kind: 'country',
        country: countryAt(observation.latitude, observation.longitude),
      });
      break;
    case 'address changed': {
      const visits = await countVisit(ownAddress(sender, observation.address));
      if (visits !== null) await orderPage(tabId, { kind: 'visits', visits });
      break;
    }
    case 'visits reset':
      await setVisits(ownAddress(sender, observation.address), 0);
      break;
  }
  tabChanged(tabId);
}
