import { expect, test, vi } from 'vitest';
import {
  keepRealInFrame,
  keepReport,
  lastReport,
  pageArrived,
  skipInPage,
} from '../../../src/background/pages.ts';
import type { PageReport } from '../../../src/model/report.ts';
import { facts } from '../builders.ts';

const { sendMessage } = await vi.hoisted(async () => ({ sendMessage: vi.fn() }));
vi.mock('webextension-polyfill', () => ({ default: { tabs: { sendMessage } } }));

test.each([
  ['all that was ordered', 5000, 5000],
  ['less', 1200.5, 1200.5],
  ['more than was ordered', 6000, 5000],
  ['time backwards', -1, 0],
  ['no number', 'all', 0],
  ['what is not a number', Number.NaN, 0],
  ['endless time', Number.POSITIVE_INFINITY, 5000],
])('A page that says it has skipped %s', async (_what, answer, believed) => {
  sendMessage.mockResolvedValueOnce(answer);
  expect(await skipInPage(1, { ms: 5000 })).toBe(believed);
});

test('A page that is not there, or goes away meanwhile, has skipped nothing', async () => {
  sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
  expect(await skipInPage(1, { ms: 5000 })).toBeNull();
});

const report = (parts: Partial<PageReport> = {}): PageReport => ({
  epoch: 1,
  delivery: 'in time',
  realWorkers: [],
  widget: { state: 'none' },
  facts: facts(),
  parameters: {},
  at: 0,
  outcomes: {},
  invites: 'live',
  recorded: [],
  ...parts,
});

test('What frames say of their workers belongs to the report of the page, until another page is there', () => {
  pageArrived(1);
  keepRealInFrame(1, 'policy');
  expect(lastReport(1)).toBeNull();
  keepReport(1, report());
  expect(lastReport(1)?.realWorkers).toEqual(['policy']);
  keepReport(1, report({ realWorkers: ['shared'] }));
  expect(lastReport(1)?.realWorkers).toEqual(['policy', 'shared']);
  expect(lastReport(2)).toBeNull();
  pageArrived(1);
  keepReport(1, report());
  expect(lastReport(1)?.realWorkers).toEqual([]);
});
