import { beforeEach, expect, test, vi } from 'vitest';
import { simulation } from '../builders.ts';
import { storage } from './storage.ts';

vi.mock('webextension-polyfill', () => ({ default: { storage } }));
vi.mock('../../../src/content/bridge.iife.ts?script&iife', () => ({ default: '' }));
vi.mock('../../../src/content/page/main.iife.ts?script&iife', () => ({ default: '' }));

const SHOP = '*://shop.example/*';
const restarted = async () => {
  vi.resetModules();
  return import('../../../src/background/production.ts');
};

beforeEach(() => storage.local.clear());

test('A mark stays over a restart of the background, and can be taken away', async () => {
  const first = await restarted();
  expect(await first.isProduction(SHOP)).toBe(false);
  await first.markProduction(SHOP, true);
  expect(await first.isProduction(SHOP)).toBe(true);
  const second = await restarted();
  expect(await second.isProduction(SHOP)).toBe(true);
  expect(await second.isProduction('*://other.example/*')).toBe(false);
  expect(await second.isProduction(null)).toBe(false);
  await second.markProduction(SHOP, false);
  const third = await restarted();
  expect(await third.isProduction(SHOP)).toBe(false);
});

test('Marks that are set at the same time are all kept', async () => {
  const { isProduction, markProduction } = await restarted();
  const sites = ['*://a.example/*', '*://b.example/*', '*://c.example/*'];
  await Promise.all(sites.map((site) => markProduction(site, true)));
  for (const site of sites) expect(await isProduction(site)).toBe(true);
});

test('A mark that could not be stored is none', async () => {
  const { isProduction, markProduction } = await restarted();
  storage.local.broken = new Error('Disk full');
  await expect(markProduction(SHOP, true)).rejects.toThrow('Disk full');
  expect(await isProduction(SHOP)).toBe(false);
});

test('What was stored by somebody else is no mark', async () => {
  await storage.local.set({ productionHosts: { 'shop.example': true } });
  const { isProduction } = await restarted();
  expect(await isProduction(SHOP)).toBe(false);
});

test('Invites are what the tester wants, and else what the site has by default', async () => {
  const { invitesIn, markProduction } = await restarted();
  expect(await invitesIn({ site: SHOP, simulation: simulation() })).toBe('live');
  await markProduction(SHOP, true);
  expect(await invitesIn({ site: SHOP, simulation: simulation() })).toBe('dry run');
  const live = simulation({ invites: { liveOn: SHOP } });
  expect(await invitesIn({ site: SHOP, simulation: live })).toBe('live');
});
