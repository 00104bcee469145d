import { expect, test, vi } from 'vitest';
import { badgeOf, isNewToBadge } from '../../../src/background/badge.ts';
import type { PageReport } from '../../../src/model/report.ts';
import type { Simulation } from '../../../src/model/simulation.ts';
import { facts, fullVisitor, simulation } from '../builders.ts';
import { messages } from '../render.ts';

vi.mock('webextension-polyfill', () => import('../englishBrowser.ts'));

vi.mock('../../../src/background/sites.ts', () => ({}));

const report = (parts: Partial<PageReport>): PageReport => ({
  at: 0,
  epoch: 1,
  delivery: 'in time',
  widget: { state: 'none' },
  facts: facts(),
  parameters: {},
  outcomes: {},
  invites: 'live',
  recorded: [],
  realWorkers: [],
  ...parts,
});

const badge = (
  parts: Partial<Simulation>,
  page: PageReport | null = null,
  { isDryRun = false, presented = null }: { isDryRun?: boolean; presented?: string | null } = {},
) => badgeOf({ simulation: simulation(parts), report: page, isDryRun, presented });

const NAME = 'Trigger Simulator for Omnichannel live chat';
const failed = { state: 'error', text: { key: 'widgetError', values: ['1'] } } as const;
const standIn = { state: 'ready', seenLate: false, chatActive: false, isStandIn: true } as const;

test('Where nothing is simulated there is no badge', () => {
  expect(badge({})).toMatchObject({ text: '', title: NAME });
  expect(badge({}, report({ widget: failed }))).toMatchObject({ text: '', title: NAME });
});

test('The badge is the number of overrides, and the tooltip names them', () => {
  const { clock, country } = fullVisitor;
  const { text, title } = badge({ visitor: { clock, country } }, report({}));
  expect(text).toBe('2');
  expect(title).toContain('Simulated in this tab: Clock and Country.');
});

test('The tooltip names the scenario that is presented', () => {
  expect(badge({}, null, { presented: 'Stays on the page' })).toMatchObject({
    text: '',
    title: `${NAME}\nPresented: Stays on the page`,
  });
  const { title } = badge({ visitor: fullVisitor }, report({}), { presented: 'Stays on the page' });
  expect(title.split('\n').at(-1)).toBe('Presented: Stays on the page');
});

test.each([
  ['scenarios', 'Enabled scenarios: 2', { scenarioIds: ['a', 'b'] }],
  ['a dry run', 'Dry run', { invites: 'dry run' }],
  ['the overlay', 'Overlay', { presentation: { overlay: true, place: null, scenarioId: null } }],
  ['a watch', 'Site code watched', { isSiteWatched: true }],
] as const)('Without overrides %s is marked, and named in the tooltip', (_what, words, parts) => {
  const isDryRun = 'invites' in parts;
  expect(badge(parts, report({}), { isDryRun })).toMatchObject({
    text: '•',
    title: `${NAME}\n${words}`,
  });
});

test('A stand-in is marked, and a dry run that the site has by default only named', () => {
  expect(badge({}, report({ widget: standIn }))).toMatchObject({
    text: '•',
    title: `${NAME}\nStand-in`,
  });
  expect(badge({}, report({}), { isDryRun: true })).toMatchObject({
    text: '',
    title: `${NAME}\nDry run`,
  });
});

test('All that is on besides overrides stands in one line', () => {
  const { title } = badge({ visitor: fullVisitor, scenarioIds: ['a'] }, report({}), {
    isDryRun: true,
  });
  expect(title.split('\n').at(-1)).toBe('Enabled scenarios: 1 · Dry run');
});

test('Running, late and a problem have colours of their own, and the last two say what is the matter', () => {
  const badges = [
    report({}),
    report({ delivery: 'late' }),
    report({ delivery: 'late', widget: failed }),
  ].map((one) => badge({ visitor: fullVisitor }, one));
  expect(new Set(badges.map(({ color }) => color)).size).toBe(3);
  expect(badges.map(({ title }) => title.split('\n')[2])).toEqual([
    undefined,
    messages.badgeLate?.message,
    messages.badgeWidgetError?.message,
  ]);
});

test('A problem has its colour without overrides too', () => {
  const { color } = badge({ visitor: fullVisitor }, report({ widget: failed }));
  expect(badge({ scenarioIds: ['a'] }, report({ widget: failed }))).toMatchObject({
    text: '!',
    color,
    title: expect.stringContaining(messages.badgeWidgetError?.message ?? 'a message'),
  });
});

test('A widget that comes or fails after the first report is news', () => {
  const before = report({});
  expect(isNewToBadge(null, before)).toBe(true);
  expect(isNewToBadge(before, report({ at: 5 }))).toBe(false);
  expect(isNewToBadge(before, report({ widget: failed }))).toBe(true);
  expect(isNewToBadge(before, report({ delivery: 'late' }))).toBe(true);
});
