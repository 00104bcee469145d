import { beforeEach, expect, test, vi } from 'vitest';

const { storage } = await vi.hoisted(() => import('./storage.ts'));
const { page } = vi.hoisted(() => ({
  page: { enabled: true, look: () => {} },
}));
vi.mock('webextension-polyfill', () => ({
  default: {
    storage,
    permissions: { contains: async () => page.enabled },
    cookies: { getAll: async () => [], getAllCookieStores: async () => [{ id: '0', tabIds: [1] }] },
    scripting: {
      executeScript: async () => {
        page.look();
        const counters = [{ store: 'localStorage', name: 'visits', value: '3' }];
        return [{ result: { address: 'https://contoso.com/', loadedAt: 1, counters } }];
      },
    },
  },
}));
vi.mock('../../../src/content/bridge.iife.ts?script&iife', () => ({ default: '' }));
vi.mock('../../../src/content/page/main.iife.ts?script&iife', () => ({ default: '' }));
const { forgetCounters, lookForCounters } = await import('../../../src/background/counters.ts');

beforeEach(() => {
  storage.session.clear();
  page.enabled = true;
  page.look = () => {};
});

test('What a page keeps is remembered until its tab is forgotten', async () => {
  await lookForCounters(1);
  expect([...storage.session.items.keys()]).toEqual(['counters:1']);
  await forgetCounters(1);
  expect(storage.session.items.size).toBe(0);
});

test('A look that was on its way when its site was disabled leaves nothing', async () => {
  let forgotten: Promise<void> | null = null;
  page.look = () => {
    page.enabled = false;
    forgotten = forgetCounters(1);
  };
  await lookForCounters(1);
  await forgotten;
  expect(storage.session.items.size).toBe(0);
});
