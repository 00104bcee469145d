import type { Observation } from '../messages/page.ts';
import { type PageSimulation, timeFor } from '../model/simulation.ts';
import { type Text, text } from '../model/text.ts';
import type { Navigation } from '../model/visitor/landing.ts';
import { activeOverrides } from '../model/visitor/visitor.ts';
import { showBadge } from './badge.ts';
import { lookForCounters } from './counters.ts';
import { countryAt } from './country.ts';
import { giveBackLeftOver } from './loans/giveBack.ts';
import { keepReport, orderPage, pageArrived } from './pages.ts';
import { documentArrived, simulationFor, timeSkipped } from './simulations.ts';
import { patternFor } from './sites.ts';
import { isShown, tabChanged } from './snapshots.ts';
import { addToTimeline, tabRecord } from './tabs.ts';
import { countVisit, setVisits } from './visits.ts';

/** A document and where it is. */
export interface Sender {
  readonly tabId: number;
  readonly isTop: boolean;
  readonly address: string;
}

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

/** A document has begun. */
export async function welcome(
  { tabId, isTop, address }: Sender,
  navigation: Navigation,
): Promise<Welcome> {
  if (!isTop) return { simulation: await simulationFor(tabId), visits: null };
  pageArrived(tabId);
  await documentArrived(tabId, { address, navigation });
  const simulation = await simulationFor(tabId);
  const visits = patternFor(address) ? await countVisit(address) : null;
  if (simulation) {
    const now = Date.now();
    await addToTimeline(tabId, {
      kind: 'page loaded',
      text: pageLoadedText(address, activeOverrides(simulation.visitor).length),
      at: now,
      visitorAt: timeFor(simulation, now),
    });
  }
  // It waits for the page, which waits for us.
  if (simulation || isShown(tabId)) void lookAtLoad(tabId);
  if (!simulation?.visitor.visits) await giveBackLeftOver({ tabId, address });
  tabChanged(tabId);
  return { simulation, visits };
}

/** Looks at what the page that has just begun keeps once its scripts have run, and shows it. */
async function lookAtLoad(tabId: number): Promise<void> {
  await lookForCounters(tabId);
  tabChanged(tabId);
}

/** The address a document says it has now, which can only be one of its own site. */
const ownAddress = ({ address }: Sender, said: string): string =>
  URL.canParse(said) && new URL(said).origin === new URL(address).origin ? said : address;

/** A document has observed something. */
export async function observed(sender: Sender, observation: Observation): Promise<void> {
  const { tabId, isTop } = sender;
  // Frames have no story of their own.
  if (!isTop) return;
  switch (observation.kind) {
    case 'report': {
      keepReport(tabId, observation.report);
      const { simulation } = await tabRecord(tabId);
      await showBadge(tabId, simulation.visitor, observation.report.delivery);
      break;
    }
    case 'event':
      await addToTimeline(tabId, observation.event);
      break;
    case 'located':
      await orderPage(tabId, {
        kind: 'country',
        country: countryAt(observation.latitude, observation.longitude),
      });
      break;
    case 'skipped':
      await timeSkipped(tabId, observation.ms);
      break;
    case 'address changed':
      await orderPage(tabId, {
        kind: 'visits',
        visits: await countVisit(ownAddress(sender, observation.address)),
      });
      break;
    case 'visits reset':
      await setVisits(ownAddress(sender, observation.address), 0);
      break;
  }
  tabChanged(tabId);
}
