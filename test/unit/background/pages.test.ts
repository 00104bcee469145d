import { expect, test, vi } from 'vitest';
import { skipInPage } from '../../../src/background/pages.ts';

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
