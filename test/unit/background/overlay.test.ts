import { beforeEach, expect, test, vi } from 'vitest';
import { takeOverlayAway, tellOverlay } from '../../../src/background/overlay.ts';
import { OVERLAY_TAKEN, type OverlayOrder } from '../../../src/messages/overlay.ts';
import { emptyLibrary, scenariosOf } from '../../../src/model/library/library.ts';
import { withPresentation } from '../../../src/model/presentation.ts';
import type { PageReport } from '../../../src/model/report.ts';
import type { Simulation } from '../../../src/model/simulation.ts';
import { text } from '../../../src/model/text.ts';
import type { TimelineEvent } from '../../../src/model/timeline.ts';
import { facts, simulation } from '../builders.ts';
import { messages } from '../render.ts';

const { sendMessage, executeScript, orderPage, lastReport, tabRecord, page } = vi.hoisted(() => ({
  sendMessage: vi.fn(),
  executeScript: vi.fn(),
  orderPage: vi.fn(),
  lastReport: vi.fn<() => PageReport | null>(),
  tabRecord: vi.fn(),
  page: { hasOverlay: false },
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    tabs: { sendMessage },
    scripting: { executeScript },
    i18n: { getMessage: (key: string) => messages[key]?.message ?? '' },
  },
}));
vi.mock('../../../src/content/overlay/overlay.iife.ts?script&iife', () => ({
  default: '/overlay.js',
}));
vi.mock('../../../src/background/pages.ts', () => ({ orderPage, lastReport }));
vi.mock('../../../src/background/tabs.ts', () => ({ tabRecord }));
vi.mock('../../../src/background/library.ts', () => ({ library: async () => emptyLibrary }));
vi.mock('../../../src/background/production.ts', () => ({ invitesIn: async () => 'live' }));

const report: PageReport = {
  epoch: 1,
  delivery: 'none',
  realWorkers: [],
  widget: { state: 'none' },
  facts: facts(),
  parameters: {},
  at: 0,
  outcomes: {},
  invites: 'live',
  recorded: [],
};

const withRecord = (one: Simulation, events: readonly TimelineEvent[] = []) =>
  tabRecord.mockResolvedValue({ simulation: one, timeline: { first: 0, events }, site: null });

const on = (parts: Partial<Simulation> = {}) =>
  withPresentation(simulation(parts), { overlay: true });

/** The stories that the page has taken. */
const taken: OverlayOrder['story'][] = [];

beforeEach(() => {
  vi.clearAllMocks();
  taken.length = 0;
  page.hasOverlay = false;
  lastReport.mockReturnValue(report);
  executeScript.mockImplementation(async () => {
    page.hasOverlay = true;
  });
  sendMessage.mockImplementation(async (_tabId: number, order: OverlayOrder) => {
    // Other scripts of ours hear it too, and say nothing.
    if (!page.hasOverlay) return undefined;
    taken.push(order.story);
    return OVERLAY_TAKEN;
  });
});

test('A page whose tab has no overlay hears and gets nothing', async () => {
  withRecord(simulation({ scenarioIds: ['waitTime'] }));
  await tellOverlay(7);
  expect(sendMessage).not.toHaveBeenCalled();
  expect(executeScript).not.toHaveBeenCalled();
});

test('The overlay comes into a page that has none, and then only hears what is new', async () => {
  withRecord(on());
  await tellOverlay(7);
  expect(executeScript.mock.calls).toEqual([
    [{ target: { tabId: 7 }, files: ['overlay.js'], injectImmediately: true }],
  ]);
  await tellOverlay(7);
  expect(executeScript).toHaveBeenCalledTimes(1);
  expect(taken).toHaveLength(2);
});

test('Of several changes at once the page hears the last', async () => {
  withRecord(on());
  page.hasOverlay = true;
  await Promise.all([tellOverlay(7), tellOverlay(7), tellOverlay(7)]);
  expect(taken).toHaveLength(1);
});

test('Told is the presented scenario, then the others that are enabled, and how many are left out', async () => {
  page.hasOverlay = true;
  const all = scenariosOf(emptyLibrary).map(({ id }) => id);
  const [first = '', second = '', third = ''] = all;
  withRecord(withPresentation(on({ scenarioIds: [first, third] }), { scenarioId: second }));
  await tellOverlay(7);
  expect(taken[0]?.scenarios.map(({ id }) => id)).toEqual([second, first, third]);
  expect(taken[0]?.more).toBe(0);

  withRecord(on({ scenarioIds: all }));
  await tellOverlay(7);
  expect(taken[1]?.scenarios).toHaveLength(6);
  expect(taken[1]?.more).toBe(all.length - 6);
});

test('The latest of an invite comes with who brought it about', async () => {
  page.hasOverlay = true;
  const event: TimelineEvent = {
    kind: 'shown',
    text: text('shown', 'May I help?'),
    at: 1,
    visitorAt: 1,
    cause: 'site',
  };
  withRecord(on(), [event]);
  await tellOverlay(7);
  expect(taken[0]?.latest).toEqual({ event, by: messages.uiBySite?.message });
});

test('A background that knows nothing of the page asks it first', async () => {
  withRecord(on());
  lastReport.mockReturnValue(null);
  await tellOverlay(7);
  expect(orderPage.mock.calls).toEqual([[7, { kind: 'report' }]]);
  expect(sendMessage).not.toHaveBeenCalled();
});

test('It is taken away after whatever was still being told', async () => {
  page.hasOverlay = true;
  withRecord(on());
  await Promise.all([tellOverlay(7), takeOverlayAway(7)]);
  expect(taken.map((story) => story === null)).toEqual([false, true]);
});

test('Where nothing of ours is, nothing is taken away', async () => {
  sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
  await expect(takeOverlayAway(7)).resolves.toBeUndefined();
});
