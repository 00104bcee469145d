import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { emptySimulation, type Simulation } from '../model/simulation.ts';
import { simulationSchema } from '../model/simulationSchema.ts';
import type { TimelineEvent } from '../model/timeline.ts';
import { createQueues } from './queue.ts';
import { isEnabled } from './sites.ts';
import { type NumberedEvents, readTimeline, StoredTimeline } from './storedTimeline.ts';

/** What is kept of a tab: as long as the tab, and over restarts of the background. */
export interface TabRecord {
  readonly simulation: Simulation;
  readonly timeline: NumberedEvents;
  /** The host permission of the site on which the tab last was, of those that are enabled. */
  readonly site: string | null;
}

/** The events that a timeline keeps: those before have been seen, or never will be. */
export const MAX_EVENTS = 10_000;

/** The characters that a timeline keeps, as JSON: ordinary events are far from it, a page that tells long ones is not. */
export const MAX_LENGTH = 4_000_000;

/** How long events are gathered before they are written, in ms: a page can make many at once. */
const GATHER = 100;

/** Apart, so that a simulation is written at once whatever a page tells at the same time. */
const simulationKey = (tabId: number) => `simulation:${tabId}`;
const siteKey = (tabId: number) => `site:${tabId}`;

/** A record as it is now; the stored one follows it. */
interface OwnedRecord {
  simulation: Simulation;
  timeline: NumberedEvents;
  /** Of the timeline's events, in characters of JSON. */
  length: number;
  readonly storedTimeline: StoredTimeline;
  site: string | null;
  /** The write that will hold all events up to then; null if none is due. */
  gathering: Promise<void> | null;
}

/** Read once when the background has started: from then on nobody else changes what is stored. */
const owned = new Map<number, Promise<OwnedRecord>>();
const inTurn = createQueues<number>();

const lengthOf = (event: TimelineEvent): number => JSON.stringify(event).length;

async function read(tabId: number): Promise<OwnedRecord> {
  const [stored, timeline] = await Promise.all([
    browser.storage.session.get([simulationKey(tabId), siteKey(tabId)]),
    readTimeline(tabId),
  ]);
  const simulation = v.safeParse(simulationSchema, stored[simulationKey(tabId)]);
  const site = v.safeParse(v.nullable(v.string()), stored[siteKey(tabId)]);
  return {
    simulation: simulation.success ? simulation.output : emptySimulation(0),
    timeline,
    length: timeline.events.reduce((sum, event) => sum + lengthOf(event), 0),
    storedTimeline: new StoredTimeline(tabId, timeline),
    site: site.success ? site.output : null,
    gathering: null,
  };
}

function recordOf(tabId: number): Promise<OwnedRecord> {
  let record = owned.get(tabId);
  if (!record) {
    record = read(tabId);
    owned.set(tabId, record);
    // What could not be read now may be read the next time.
    record.catch(() => owned.delete(tabId));
  }
  return record;
}

/** Whether a tab is still open. */
export const isOpen = (tabId: number): Promise<boolean> =>
  browser.tabs.get(tabId).then(
    () => true,
    () => false,
  );

/** Stores something of a tab, in its turn: for one that is closed meanwhile the turn to forget it comes later. */
async function store(tabId: number, items: Readonly<Record<string, unknown>>): Promise<void> {
  if (await isOpen(tabId)) await browser.storage.session.set(items);
}

/** The record of a tab; that of a tab nobody has touched is empty. */
export async function tabRecord(tabId: number): Promise<TabRecord> {
  const { simulation, timeline, site } = await recordOf(tabId);
  return { simulation, timeline, site };
}

/** Changes the simulation of a tab and gives the new one; it is stored by then. */
export const updateSimulation = (
  tabId: number,
  change: (simulation: Simulation) => Simulation,
): Promise<Simulation> =>
  inTurn(tabId, async () => {
    const record = await recordOf(tabId);
    const simulation = change(record.simulation);
    await store(tabId, { [simulationKey(tabId)]: simulation });
    record.simulation = simulation;
    return simulation;
  });

/** The timeline of a record with one event more, without the oldest for which there is no room. */
function withEvent(record: OwnedRecord, event: TimelineEvent): NumberedEvents {
  const { first, events } = record.timeline;
  record.length += lengthOf(event);
  let gone = Math.max(0, events.length + 1 - MAX_EVENTS);
  for (const old of events.slice(0, gone)) record.length -= lengthOf(old);
  for (; record.length > MAX_LENGTH; gone++) {
    const old = events[gone];
    if (!old) break;
    record.length -= lengthOf(old);
  }
  return { first: first + gone, events: [...events.slice(gone), event] };
}

/** Adds an event to the timeline of a tab, of which the oldest go first; done when it is stored. */
export async function addToTimeline(tabId: number, event: TimelineEvent): Promise<void> {
  const record = await recordOf(tabId);
  record.timeline = withEvent(record, event);
  record.gathering ??= new Promise((resolve) => setTimeout(resolve, GATHER)).then(() =>
    inTurn(tabId, async () => {
      record.gathering = null;
      await storeTimeline(tabId, record);
    }),
  );
  await record.gathering;
}

export const clearTimeline = (tabId: number): Promise<void> =>
  inTurn(tabId, async () => {
    const record = await recordOf(tabId);
    const { first, events } = record.timeline;
    record.timeline = { first: first + events.length, events: [] };
    record.length = 0;
    await storeTimeline(tabId, record);
  });

/** Remembers on which site a tab is, by its host permission; gives whether that is news. */
export const keepSite = (tabId: number, site: string | null): Promise<boolean> =>
  inTurn(tabId, async () => {
    const record = await recordOf(tabId);
    if (record.site === site) return false;
    // It may have been disabled since, and what was kept of the tab has gone by now, or will in its turn.
    if (site !== null && !(await isEnabled(site))) return false;
    await store(tabId, { [siteKey(tabId)]: site });
    record.site = site;
    return true;
  });

async function storeTimeline(tabId: number, record: OwnedRecord): Promise<void> {
  // The tab may have been closed while its last events were gathered, or before they came.
  if ((await owned.get(tabId)) !== record || !(await isOpen(tabId))) return;
  await record.storedTimeline.write(record.timeline);
}

export const forgetTab = (tabId: number): Promise<void> =>
  inTurn(tabId, async () => {
    const { storedTimeline } = await recordOf(tabId);
    owned.delete(tabId);
    await browser.storage.session.remove([
      simulationKey(tabId),
      siteKey(tabId),
      ...storedTimeline.keys,
    ]);
  });

let lastEpoch = 0;

/** A number that no simulation has had: later ones are higher, also after a restart of the background. */
export function nextEpoch(): number {
  lastEpoch = Math.max(lastEpoch + 1, Date.now());
  return lastEpoch;
}
