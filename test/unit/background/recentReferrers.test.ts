import { beforeEach, expect, test, vi } from 'vitest';
import { keepReferrer, recentReferrers } from '../../../src/background/recentReferrers.ts';
import { MAX_RECENT_REFERRERS } from '../../../src/model/visitor/referrer.ts';

const { storage } = await vi.hoisted(() => import('./storage.ts'));
/** The ids of two tabs. */
const [TAB, PRIVATE] = [1, 2];
vi.mock('webextension-polyfill', () => ({
  default: { storage, tabs: { get: async (id: number) => ({ id, incognito: id === 2 }) } },
}));

beforeEach(() => storage.local.clear());

test('Referrers are remembered, the latest first, also when they come at once', async () => {
  expect(await recentReferrers()).toEqual([]);
  await Promise.all(['a', 'b', 'a'].map((one) => keepReferrer(TAB, one)));
  expect(await recentReferrers()).toEqual(['a', 'b']);
});

test('What is used in a private window is not remembered', async () => {
  await keepReferrer(PRIVATE, 'a');
  expect(await recentReferrers()).toEqual([]);
});

test('No more are kept than can be looked through', async () => {
  for (let page = 0; page < 2 * MAX_RECENT_REFERRERS; page++) await keepReferrer(TAB, `/${page}`);
  expect(await recentReferrers()).toHaveLength(MAX_RECENT_REFERRERS);
});

test('What is stored in another form counts as none', async () => {
  await storage.local.set({ recentReferrers: 'https://www.contoso.com/' });
  expect(await recentReferrers()).toEqual([]);
  await keepReferrer(TAB, 'a');
  expect(await recentReferrers()).toEqual(['a']);
});

test('A referrer that cannot be remembered keeps nobody from going on, and is told of', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  storage.local.broken = new Error('The disk is full.');
  await keepReferrer(TAB, 'a');
  expect(warn).toHaveBeenCalledOnce();
  storage.local.broken = null;
  expect(await recentReferrers()).toEqual([]);
  warn.mockRestore();
});
