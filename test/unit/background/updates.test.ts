import { beforeEach, expect, test, vi } from 'vitest';
import { forgetUpdateOf, noteUpdate, wasEnabledAtUpdate } from '../../../src/background/updates.ts';

const { storage, permissions } = await vi.hoisted(async () => ({
  ...(await import('./storage.ts')),
  permissions: { getAll: vi.fn() },
}));
vi.mock('webextension-polyfill', () => ({ default: { storage, permissions } }));

const SHOP = '*://shop.example/*';

beforeEach(() => {
  storage.session.clear();
  permissions.getAll.mockResolvedValue({ origins: [SHOP] });
});

test('Without an update no site was enabled at one', async () => {
  expect(await wasEnabledAtUpdate(SHOP)).toBe(false);
});

test('The sites that were enabled at an update are known', async () => {
  await noteUpdate();
  expect(await wasEnabledAtUpdate(SHOP)).toBe(true);
  expect(await wasEnabledAtUpdate('*://other.example/*')).toBe(false);
});

test('A site that was disabled since may have been enabled since', async () => {
  await noteUpdate();
  await forgetUpdateOf([SHOP]);
  expect(await wasEnabledAtUpdate(SHOP)).toBe(false);
});
