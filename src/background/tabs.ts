import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { timelineEventSchema } from '../messages/observation.ts';
import { emptySimulation, type Simulation } from '../model/simulation.ts';
import { simulationSchema } from '../model/simulationSchema.ts';
import type { TimelineEvent } from '../model/timeline.ts';
import { createQueue } from './queue.ts';

/** What is kept of a tab: as long as the tab, and over restarts of the background. */
export interface TabRecord {
  readonly simulation: Simulation;
  readonly timeline: readonly TimelineEvent[];
}

const MAX_EVENTS = 1000;

const recordSchema: v.GenericSchema<unknown, TabRecord> = v.strictObject({
  simulation: simulationSchema,
  timeline: v.array(timelineEventSchema),
});

const keyOf = (tabId: number) => `tab:${tabId}`;
const inTurn = createQueue();

async function read(tabId: number): Promise<TabRecord> {
  const key = keyOf(tabId);
  const stored = v.safeParse(recordSchema, (await browser.storage.session.get(key))[key]);
  return stored.success ? stored.output : { simulation: emptySimulation(0), timeline: [] };
}

/** The record of a tab; that of a tab nobody has touched is empty. */
export const tabRecord = (tabId: number): Promise<TabRecord> => inTurn(() => read(tabId));

function update(tabId: number, change: (record: TabRecord) => TabRecord): Promise<TabRecord> {
  return inTurn(async () => {
    const record = change(await read(tabId));
    await browser.storage.session.set({ [keyOf(tabId)]: record });
    return record;
  });
}

/** Changes the simulation of a tab and gives the new one. */
export async function updateSimulation(
  tabId: number,
  change: (simulation: Simulation) => Simulation,
): Promise<Simulation> {
  const record = await update(tabId, (before) => ({
    ...before,
    simulation: change(before.simulation),
  }));
  return record.simulation;
}

export async function addToTimeline(tabId: number, event: TimelineEvent): Promise<void> {
  await update(tabId, (record) => ({
    ...record,
    timeline: [...record.timeline, event].slice(-MAX_EVENTS),
  }));
}

export async function clearTimeline(tabId: number): Promise<void> {
  await update(tabId, (record) => ({ ...record, timeline: [] }));
}

export const forgetTab = (tabId: number): Promise<void> =>
  inTurn(() => browser.storage.session.remove(keyOf(tabId)));

let lastEpoch = 0;

/** A number that no simulation has had: later ones are higher, also after a restart of the background. */
export function nextEpoch(): number {
  lastEpoch = Math.max(lastEpoch + 1, Date.now());
  return lastEpoch;
}
