import { beforeEach, expect, test, vi } from 'vitest';
import type { TimelineEvent } from '../../../src/model/timeline.ts';
import { simulation } from '../builders.ts';

const { storage } = await vi.hoisted(() => import('./storage.ts'));
const { disabled, closed } = vi.hoisted(() => ({
  disabled: new Set<string>(),
  closed: new Set<number>(),
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    storage,
    tabs: {
      get: async (id: number) => {
        if (closed.has(id)) throw new Error(`No tab with id: ${id}.`);
        return { id };
      },
    },
    permissions: {
      contains: async ({ origins }: { origins: readonly string[] }) =>
        !origins.some((origin) => disabled.has(origin)),
    },
  },
}));
vi.mock('../../../src/content/bridge.iife.ts?script&iife', () => ({ default: '' }));
vi.mock('../../../src/content/page/main.iife.ts?script&iife', () => ({ default: '' }));

/** The background as it is after a start: it has read nothing yet. */
async function start() {
  vi.resetModules();
  return import('../../../src/background/tabs.ts');
}

const event = (at: number): TimelineEvent => ({
  kind: 'widget ready',
  text: { key: 'eventWidgetReady', values: [] },
  at,
  visitorAt: at,
});

beforeEach(() => {
  storage.session.clear();
  disabled.clear();
  closed.clear();
});

test('The record of a tab that nobody has touched is empty', async () => {
  const { tabRecord } = await start();
  expect(await tabRecord(1)).toEqual({
    simulation: simulation({ epoch: 0 }),
    timeline: { first: 0, events: [] },
    site: null,
  });
});

test('A changed simulation is stored before it is answered', async () => {
  const { updateSimulation } = await start();
  const changed = await updateSimulation(1, (before) => ({ ...before, epoch: 7 }));
  expect(changed.epoch).toBe(7);
  expect((await (await start()).tabRecord(1)).simulation.epoch).toBe(7);
});

test('A simulation that could not be stored has not changed', async () => {
  const { tabRecord, updateSimulation } = await start();
  storage.session.broken = new Error('The quota is used up.');
  await expect(updateSimulation(1, (before) => ({ ...before, epoch: 7 }))).rejects.toThrow('quota');
  expect((await tabRecord(1)).simulation.epoch).toBe(0);
});

test('Many events at once are one write, and there after a start of the background', async () => {
  const { addToTimeline } = await start();
  await Promise.all(Array.from({ length: 300 }, (_, at) => addToTimeline(1, event(at))));
  expect(storage.session.writes).toBe(1);
  const { timeline } = await (await start()).tabRecord(1);
  expect(timeline.events.map(({ at }) => at)).toEqual(Array.from({ length: 300 }, (_, at) => at));
});

test('Of too many events the oldest go', async () => {
  const { addToTimeline, MAX_EVENTS, tabRecord } = await start();
  const many = Array.from({ length: MAX_EVENTS + 10 }, (_, at) => addToTimeline(1, event(at)));
  await Promise.all(many);
  for (const { timeline } of [await tabRecord(1), await (await start()).tabRecord(1)]) {
    expect(timeline.first).toBe(10);
    expect(timeline.events).toHaveLength(MAX_EVENTS);
    expect(timeline.events[0]?.at).toBe(10);
    expect(timeline.events.at(-1)?.at).toBe(MAX_EVENTS + 9);
  }
});

test('Of events that are too long the oldest go, however few they are', async () => {
  const { addToTimeline, MAX_LENGTH, tabRecord } = await start();
  const long = (at: number): TimelineEvent => ({
    ...event(at),
    text: { key: 'eventWidgetReady', values: ['x'.repeat(MAX_LENGTH / 4)] },
  });
  await Promise.all([1, 2, 3, 4, 5].map((at) => addToTimeline(1, long(at))));
  const { timeline } = await tabRecord(1);
  expect(timeline.events.map(({ at }) => at)).toEqual([3, 4, 5]);
});

test('An event more does not write a long timeline anew', async () => {
  const { addToTimeline } = await start();
  await Promise.all(Array.from({ length: 2000 }, (_, at) => addToTimeline(1, event(at))));
  const set = vi.spyOn(storage.session, 'set');
  await addToTimeline(1, event(2000));
  expect(set).toHaveBeenCalledTimes(1);
  const written = Object.values(set.mock.calls[0]?.[0] ?? {}).flat();
  expect(written.length).toBeLessThan(300);
  set.mockRestore();
  const { timeline } = await (await start()).tabRecord(1);
  expect(timeline.events.map(({ at }) => at)).toEqual(Array.from({ length: 2001 }, (_, at) => at));
});

test('Where the storage is nearly full events are kept without it, and simulations have room', async () => {
  const { addToTimeline, tabRecord } = await start();
  await addToTimeline(1, event(1));
  const bytes = vi.spyOn(storage.session, 'getBytesInUse').mockResolvedValue(9_000_000);
  await addToTimeline(1, event(2));
  expect((await tabRecord(1)).timeline.events.map(({ at }) => at)).toEqual([1, 2]);
  bytes.mockRestore();
  const stored = (await (await start()).tabRecord(1)).timeline.events;
  expect(stored.map(({ at }) => at)).toEqual([1]);
});

test('One tab does not wait for another', async () => {
  const { tabRecord, updateSimulation } = await start();
  const set = vi.spyOn(storage.session, 'set').mockReturnValueOnce(new Promise(() => {}));
  void updateSimulation(1, (before) => ({ ...before, epoch: 7 }));
  await vi.waitFor(() => expect(set).toHaveBeenCalledTimes(1));
  await updateSimulation(2, (before) => ({ ...before, epoch: 8 }));
  expect((await tabRecord(2)).simulation.epoch).toBe(8);
  set.mockRestore();
});

test('A cleared timeline stays empty, and events that are being gathered do not come back', async () => {
  const { addToTimeline, clearTimeline } = await start();
  const adding = addToTimeline(1, event(1));
  await clearTimeline(1);
  await adding;
  expect((await (await start()).tabRecord(1)).timeline).toEqual({ first: 1, events: [] });
});

test('Of a cleared timeline nothing is stored, and it goes on', async () => {
  const { addToTimeline, clearTimeline } = await start();
  await Promise.all(Array.from({ length: 600 }, (_, at) => addToTimeline(1, event(at))));
  await clearTimeline(1);
  expect([...storage.session.items.keys()]).toEqual(['timeline:1']);
  await addToTimeline(1, event(600));
  const { timeline } = await (await start()).tabRecord(1);
  expect(timeline).toEqual({ first: 600, events: [event(600)] });
});

test('The site of a tab is there after a start of the background', async () => {
  await (await start()).keepSite(1, 'https://contoso.com/*');
  expect((await (await start()).tabRecord(1)).site).toBe('https://contoso.com/*');
});

test('A site that has been disabled since is not kept', async () => {
  const { forgetTab, keepSite } = await start();
  disabled.add('*://contoso.com/*');
  const [isNews] = await Promise.all([keepSite(1, '*://contoso.com/*'), forgetTab(1)]);
  expect(isNews).toBe(false);
  expect(storage.session.items.size).toBe(0);
  expect(await keepSite(1, '*://elsewhere.example/*')).toBe(true);
  expect(await keepSite(1, '*://elsewhere.example/*')).toBe(false);
});

test('Of a closed tab nothing is left, whatever was on its way', async () => {
  const { addToTimeline, forgetTab, keepSite, updateSimulation } = await start();
  await keepSite(1, 'https://contoso.com/*');
  await updateSimulation(1, (before) => ({ ...before, epoch: 7 }));
  const adding = addToTimeline(1, event(1));
  await forgetTab(1);
  await adding;
  expect(storage.session.items.size).toBe(0);
});

test('What comes when a tab has been forgotten is not kept', async () => {
  const { addToTimeline, forgetTab, keepSite, updateSimulation } = await start();
  await updateSimulation(1, (before) => ({ ...before, epoch: 7 }));
  closed.add(1);
  const forgetting = forgetTab(1);
  await keepSite(1, 'https://contoso.com/*');
  await updateSimulation(1, (before) => ({ ...before, epoch: 8 }));
  await addToTimeline(1, event(1));
  await forgetting;
  expect(storage.session.items.size).toBe(0);
});

test('What is stored in another form counts as nothing', async () => {
  await storage.session.set({ 'simulation:1': { epoch: 'late' }, 'timeline:1': [1] });
  const { tabRecord } = await start();
  expect(await tabRecord(1)).toEqual({
    simulation: simulation({ epoch: 0 }),
    timeline: { first: 0, events: [] },
    site: null,
  });
});
