import { beforeEach, expect, test, vi } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { shortcutPressed } from '../../../src/background/shortcuts.ts';
import type { CommandAnswer } from '../../../src/messages/command.ts';
import { LONGEST_SKIP, LONGEST_WAIT, type Skip } from '../../../src/messages/page.ts';
import { presenterShortcuts, shortcutSkips } from '../../../src/messages/shortcuts.ts';
import { emptyLibrary, type Library, scenariosOf } from '../../../src/model/library/library.ts';
import { text } from '../../../src/model/text.ts';
import { simulation } from '../builders.ts';
import { messages } from '../render.ts';

const {
  skip,
  setPresentation,
  tabRecord,
  showBadge,
  showProblem,
  orderPage,
  invitesIn,
  isProduction,
  library,
} = await vi.hoisted(async () => ({
  skip: vi.fn<(tabId: number, skip: Skip) => Promise<CommandAnswer>>(),
  setPresentation: vi.fn(),
  orderPage: vi.fn(),
  invitesIn: vi.fn(),
  isProduction: vi.fn(),
  library: vi.fn<() => Promise<Library>>(),
  tabRecord: vi.fn(),
  showBadge: vi.fn(),
  showProblem: vi.fn(),
}));
vi.mock('../../../src/background/simulations.ts', () => ({ skip, setPresentation }));
vi.mock('../../../src/background/tabs.ts', () => ({ tabRecord }));
vi.mock('../../../src/background/pages.ts', () => ({ lastReport: () => null, orderPage }));
vi.mock('../../../src/background/production.ts', () => ({ invitesIn, isProduction }));
vi.mock('../../../src/background/library.ts', () => ({ library }));
vi.mock('../../../src/background/badge.ts', () => ({ showBadge, showProblem }));

const simulated = simulation({ visitor: { clock: { at: null } } });

beforeEach(() => {
  vi.clearAllMocks();
  skip.mockResolvedValue([]);
  tabRecord.mockResolvedValue({ simulation: simulated });
  orderPage.mockResolvedValue(true);
  invitesIn.mockResolvedValue('live');
  isProduction.mockResolvedValue(false);
  library.mockResolvedValue(emptyLibrary);
});

const [first, second, third] = scenariosOf(emptyLibrary);
const none: Library = {
  ...emptyLibrary,
  removed: scenariosOf(emptyLibrary).map(({ id }) => id),
};

test.each([
  ['skip-minute', { ms: 60_000 }],
  ['skip-to-next-timer', { ms: LONGEST_SKIP, toNextTimer: true }],
  ['skip-to-trigger', { ms: LONGEST_WAIT }],
])('%s skips in the tab in front, and the button is as it was', async (name, wanted) => {
  await shortcutPressed(name, 7);
  expect(skip.mock.calls).toEqual([[7, wanted]]);
  expect(showBadge.mock.calls).toEqual([[7, simulated, null]]);
  expect(showProblem).not.toHaveBeenCalled();
});

test('Where nothing is simulated nothing is skipped, and the button says so', async () => {
  tabRecord.mockResolvedValue({ simulation: simulation() });
  await shortcutPressed('skip-minute', 7);
  expect(skip).not.toHaveBeenCalled();
  expect(showProblem.mock.calls).toEqual([[7, text('problemNothingSimulated')]]);
});

test('What keeps a skip from being done is told on the button', async () => {
  skip.mockResolvedValue([{ text: text('problemPageUnreached') }]);
  await shortcutPressed('skip-to-trigger', 7);
  expect(showProblem.mock.calls).toEqual([[7, text('problemPageUnreached')]]);
  expect(showBadge).not.toHaveBeenCalled();
});

test.each([
  ['the first of the list', simulation(), first],
  ['the first that is enabled', simulation({ scenarioIds: [third?.id ?? ''] }), third],
  [
    'the chosen one',
    simulation({
      scenarioIds: [third?.id ?? ''],
      presentation: { overlay: false, place: null, scenarioId: second?.id ?? '' },
    }),
    second,
  ],
])('The key to fire fires %s, also where nothing is simulated', async (_which, one, scenario) => {
  tabRecord.mockResolvedValue({ simulation: one });
  await shortcutPressed('fire-presented', 7);
  expect(orderPage.mock.calls).toEqual([[7, { kind: 'fire', scenario }]]);
  expect(showProblem).not.toHaveBeenCalled();
});

test('Where a real agent would get the invite the key fires nothing, and the button says why', async () => {
  isProduction.mockResolvedValue(true);
  await shortcutPressed('fire-presented', 7);
  expect(orderPage).not.toHaveBeenCalled();
  expect(showProblem.mock.calls).toEqual([[7, text('problemProductionMenu')]]);
});

test('In a dry run on a production site the key fires', async () => {
  isProduction.mockResolvedValue(true);
  invitesIn.mockResolvedValue('dry run');
  await shortcutPressed('fire-presented', 7);
  expect(orderPage.mock.calls).toEqual([[7, { kind: 'fire', scenario: first }]]);
});

test('The key to the next scenario presents it, and the button tells', async () => {
  await shortcutPressed('present-next', 7);
  expect(setPresentation.mock.calls).toEqual([[7, { scenarioId: second?.id }]]);
  expect(showBadge.mock.calls).toEqual([[7, simulated, null]]);
});

test.each(presenterShortcuts)('Where nothing of ours is %s says so', async (name) => {
  orderPage.mockResolvedValue(false);
  await shortcutPressed(name, 7);
  expect(setPresentation).not.toHaveBeenCalled();
  expect(showProblem.mock.calls).toEqual([[7, text('problemPageUnreached')]]);
});

test.each(presenterShortcuts)('Without any scenario %s says so', async (name) => {
  library.mockResolvedValue(none);
  await shortcutPressed(name, 7);
  expect(showProblem.mock.calls).toEqual([[7, text('uiNoScenarios')]]);
});

test.each([
  ['another command', '_execute_action', 7],
  ['a window without tabs', 'skip-minute', undefined],
])('Nothing happens for %s', async (_what, name, tabId) => {
  await shortcutPressed(name, tabId);
  expect(skip).not.toHaveBeenCalled();
  expect(showProblem).not.toHaveBeenCalled();
});

test('The manifest names just these commands, with words and with keys that differ', () => {
  const ours = [...Object.keys(shortcutSkips), ...presenterShortcuts];
  expect(Object.keys(manifest.commands).sort()).toEqual(ours.sort());
  const all = Object.values(manifest.commands);
  const keys = all.flatMap((one) => ('suggested_key' in one ? [one.suggested_key.default] : []));
  expect(new Set(keys).size).toBe(keys.length);
  // More than four suggestions are refused: https://developer.chrome.com/docs/extensions/reference/api/commands
  expect(keys.length).toBe(4);
  for (const { description } of all) {
    expect(Object.keys(messages)).toContain(description.replace(/^__MSG_(\w+)__$/, '$1'));
  }
});
