import { beforeEach, expect, test, vi } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { shortcutPressed } from '../../../src/background/shortcuts.ts';
import type { CommandAnswer } from '../../../src/messages/command.ts';
import { LONGEST_SKIP, LONGEST_WAIT, type Skip } from '../../../src/messages/page.ts';
import { shortcutSkips } from '../../../src/messages/shortcuts.ts';
import { text } from '../../../src/model/text.ts';
import { simulation } from '../builders.ts';
import { messages } from '../render.ts';

const { skip, tabRecord, showBadge, showProblem } = await vi.hoisted(async () => ({
  skip: vi.fn<(tabId: number, skip: Skip) => Promise<CommandAnswer>>(),
  tabRecord: vi.fn(),
  showBadge: vi.fn(),
  showProblem: vi.fn(),
}));
vi.mock('../../../src/background/simulations.ts', () => ({ skip }));
vi.mock('../../../src/background/tabs.ts', () => ({ tabRecord }));
vi.mock('../../../src/background/pages.ts', () => ({ lastReport: () => null }));
vi.mock('../../../src/background/badge.ts', () => ({ showBadge, showProblem }));

const simulated = simulation({ visitor: { clock: { at: null } } });

beforeEach(() => {
  vi.clearAllMocks();
  skip.mockResolvedValue([]);
  tabRecord.mockResolvedValue({ simulation: simulated });
});

test.each([
  ['skip-minute', { ms: 60_000 }],
  ['skip-to-next-timer', { ms: LONGEST_SKIP, toNextTimer: true }],
  ['skip-to-trigger', { ms: LONGEST_WAIT }],
])('%s skips in the tab in front, and the button is as it was', async (name, wanted) => {
  await shortcutPressed(name, 7);
  expect(skip.mock.calls).toEqual([[7, wanted]]);
  expect(showBadge.mock.calls).toEqual([[7, simulated.visitor, null]]);
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
  ['another command', '_execute_action', 7],
  ['a window without tabs', 'skip-minute', undefined],
])('Nothing happens for %s', async (_what, name, tabId) => {
  await shortcutPressed(name, tabId);
  expect(skip).not.toHaveBeenCalled();
  expect(showProblem).not.toHaveBeenCalled();
});

test('The manifest names just these commands, with words and with keys that differ', () => {
  expect(Object.keys(manifest.commands).sort()).toEqual(Object.keys(shortcutSkips).sort());
  const all = Object.values(manifest.commands);
  expect(new Set(all.map(({ suggested_key }) => suggested_key.default)).size).toBe(all.length);
  // More than four suggestions are refused: https://developer.chrome.com/docs/extensions/reference/api/commands
  expect(all.length).toBeLessThanOrEqual(4);
  for (const { description } of all) {
    expect(Object.keys(messages)).toContain(description.replace(/^__MSG_(\w+)__$/, '$1'));
  }
});
