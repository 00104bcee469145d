import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { timelineEventSchema } from '../messages/observation.ts';
import { emptySimulation, type Simulation } from '../model/simulation.ts';
import { simulationSchema } from '../model/simulationSchema.ts';
import type { TimelineEvent } from '../model/timeline.ts';
import { createQueues } from './queue.ts';

/** What is kept of a tab: as long as the tab, and over restarts of the background. */
export interface TabRecord {
  readonly simulation: Simulation;
  readonly timeline: readonly TimelineEvent[];
}

/** The events that a timeline keeps: those before have been seen, or never will be. */
export const MAX_EVENTS = 1000;

/** How long events are gathered before they are written, in ms: a page can make many at once. */
const GATHER = 100;

const timelineSchema: v.GenericSchema<unknown, readonly TimelineEvent[]> =
  v.array(timelineEventSchema);

/** Apart, so that a simulation is written at once whatever a page tells at the same time. */
const simulationKey = (tabId: number) => `simulation:${tabId}`;
const timelineKey = (tabId: number) => `timeline:${tabId}`;

/** A record as it is now; the stored one follows it. */
interface OwnedRecord {
  simulation: Simulation;
  timeline: readonly TimelineEvent[];
  /** The write that will hold all events up to then; null if none is due. */
  gathering: Promise<void> | null;
}

/** Read once when the background has started: from then on nobody else changes what is stored. */
const owned = new Map<number, Promise<OwnedRecord>>();
const inTurn = createQueues<number>();

async function read(tabId: number): Promise<OwnedRecord> {
  const stored = await browser.storage.session.get([simulationKey(tabId), timelineKey(tabId)]);
  const simulation = v.safeParse(simulationSchema, stored[simulationKey(tabId)]);
  const timeline = v.safeParse(timelineSchema, stored[timelineKey(tabId)]);
  return {
    simulation: simulation.success ? simulation.output : emptySimulation(0),
    timeline: timeline.success ? timeline.output : [],
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

/** The record of a tab; that of a tab nobody has touched is empty. */
export async function tabRecord(tabId: number): Promise<TabRecord> {
  const { simulation, timeline } = await recordOf(tabId);
  return { simulation, timeline };
}

/** Changes the simulation of a tab and gives the new one; it is stored by then. */
export const updateSimulation = (
  tabId: number,
  change: (simulation: Simulation) => Simulation,
): Promise<Simulation> =>
  inTurn(tabId, async () => {
    const record = await recordOf(tabId);
    const simulation = change(record.simulation);
    await browser.storage.session.set({ [simulationKey(tabId)]: simulation });
    record.simulation = simulation;
    return simulation;
  });

/** Adds an event to the timeline of a tab, of which the oldest go first; done when it is stored. */
export async function addToTimeline(tabId: number, event: TimelineEvent): Promise<void> {
  const record = await recordOf(tabId);
  record.timeline = [...record.timeline, event].slice(-MAX_EVENTS);
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
    record.timeline = [];
    await storeTimeline(tabId, record);
  });

async function storeTimeline(tabId: number, record: OwnedRecord): Promise<void> {
  // The tab may have been closed while its last events were gathered.
  if ((await owned.get(tabId)) !== record) return;
  await browser.storage.session.set({ [timelineKey(tabId)]: record.timeline });
}

export const forgetTab = (tabId: number): Promise<void> =>
  inTurn(tabId, async () => {
    owned.delete(tabId);
    await browser.storage.session.remove([simulationKey(tabId), timelineKey(tabId)]);
  });

let lastEpoch = 0;

/** A number that no simulation has had: later ones are higher, also after a restart of the background. */
export function nextEpoch(): number {
  lastEpoch = Math.max(lastEpoch + 1, Date.now());
  return lastEpoch;
}
