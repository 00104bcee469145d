import { beforeEach, expect, test, vi } from 'vitest';
import { menuClicked } from '../../../src/background/contextMenu.ts';
import { emptyLibrary } from '../../../src/model/library/library.ts';
import { builtInScenarios } from '../../../src/model/scenarios/builtIn.ts';
import type { InviteMode } from '../../../src/model/simulation.ts';
import { text } from '../../../src/model/text.ts';
import { simulation } from '../builders.ts';

const { orderPage, showProblem, invitesIn, isProduction } = vi.hoisted(() => ({
  orderPage: vi.fn(),
  showProblem: vi.fn(),
  invitesIn: vi.fn<() => Promise<InviteMode>>(),
  isProduction: vi.fn<() => Promise<boolean>>(),
}));
vi.mock('webextension-polyfill', () => ({ default: {} }));
vi.mock('../../../src/background/pages.ts', () => ({ orderPage }));
vi.mock('../../../src/background/badge.ts', () => ({ showProblem }));
vi.mock('../../../src/background/production.ts', () => ({ invitesIn, isProduction }));
vi.mock('../../../src/background/library.ts', () => ({ library: async () => emptyLibrary }));
vi.mock('../../../src/background/tabs.ts', () => ({
  tabRecord: async () => ({ simulation: simulation(), site: '*://shop.example/*' }),
}));

beforeEach(() => {
  vi.clearAllMocks();
  orderPage.mockResolvedValue(true);
});

test.each<[string, boolean, InviteMode]>([
  ['a site that is not production', false, 'live'],
  ['a production site in a dry run', true, 'dry run'],
])('The menu fires on %s', async (_where, marked, mode) => {
  isProduction.mockResolvedValue(marked);
  invitesIn.mockResolvedValue(mode);
  await menuClicked('fire:waitTime', 7);
  const scenario = builtInScenarios.find(({ id }) => id === 'waitTime');
  expect(orderPage.mock.calls).toEqual([[7, { kind: 'fire', scenario }]]);
  expect(showProblem).not.toHaveBeenCalled();
});

test('A scenario that is there no more is not fired, and the button says so', async () => {
  await menuClicked('fire:gone', 7);
  expect(orderPage).not.toHaveBeenCalled();
  expect(showProblem.mock.calls).toEqual([[7, text('problemNoSuchScenario', 'gone')]]);
});

test('Where a real agent would get the invite the menu fires nothing, and the button says why', async () => {
  isProduction.mockResolvedValue(true);
  invitesIn.mockResolvedValue('live');
  await menuClicked('fire:waitTime', 7);
  expect(orderPage).not.toHaveBeenCalled();
  expect(showProblem.mock.calls).toEqual([[7, text('problemProductionMenu')]]);
});
