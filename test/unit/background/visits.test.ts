import { beforeEach, expect, test, vi } from 'vitest';
import {
  countVisit,
  forgetVisits,
  MAX_PAGES,
  setVisits,
  visitedPages,
} from '../../../src/background/visits.ts';

const { storage } = await vi.hoisted(() => import('./storage.ts'));
vi.mock('webextension-polyfill', () => ({ default: { storage } }));

beforeEach(() => storage.local.clear());

test('Visits are counted by page, without query and fragment', async () => {
  expect(await countVisit('https://contoso.com/faq?a')).toBe(1);
  expect(await countVisit('https://contoso.com/faq#b')).toBe(2);
  expect(await countVisit('https://contoso.com/')).toBe(1);
  expect(await countVisit('https://contoso.com:8443/faq')).toBe(1);
});

test('Visits that come at the same time are all counted', async () => {
  const all = await Promise.all([1, 2, 3].map(() => countVisit('https://contoso.com/faq')));
  expect(all).toEqual([1, 2, 3]);
});

test('Visits that are set are counted on from there', async () => {
  await countVisit('https://contoso.com/faq');
  expect(await setVisits('https://contoso.com/faq', 6)).toBe(1);
  expect(await countVisit('https://contoso.com/faq')).toBe(7);
  expect(await setVisits('https://contoso.com/faq', 0)).toBe(7);
  expect(await countVisit('https://contoso.com/faq')).toBe(1);
});

test('Of too many pages the least recently visited are forgotten', async () => {
  for (let page = 0; page < MAX_PAGES; page++) await countVisit(`https://contoso.com/${page}`);
  await countVisit('https://contoso.com/0');
  await countVisit('https://contoso.com/one-more');
  expect(await countVisit('https://contoso.com/0')).toBe(3);
  expect(await countVisit('https://contoso.com/1')).toBe(1);
});

test('Visits that cannot be counted are not known', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  storage.local.broken = new Error('The disk is full.');
  expect(await countVisit('https://contoso.com/faq')).toBeNull();
  expect(warn).toHaveBeenCalledOnce();
  storage.local.broken = null;
  expect(await countVisit('https://contoso.com/faq')).toBe(1);
  warn.mockRestore();
});

test('What is stored in another form counts as nothing', async () => {
  await storage.local.set({ 'visits:https://contoso.com': { '/faq': 3 } });
  expect(await countVisit('https://contoso.com/faq')).toBe(1);
});

test('The visits of the origins that are gone are forgotten, and those of others stay', async () => {
  await countVisit('https://contoso.com/faq');
  await countVisit('https://contoso.com:8443/faq');
  await countVisit('https://www.contoso.com/faq');
  await forgetVisits(async (origin) => new URL(origin).hostname === 'contoso.com');
  expect([...storage.local.items.keys()]).toEqual(['visits:https://www.contoso.com']);
});

test('The pages of an origin are named, the latest first, and none by a path that was cut', async () => {
  for (const path of ['/faq?a', '/', `/${'x'.repeat(2000)}`, '/faq'])
    await countVisit(`https://contoso.com${path}`);
  await countVisit('https://www.contoso.com/other');
  expect(await visitedPages('https://contoso.com')).toEqual([
    'https://contoso.com/faq',
    'https://contoso.com/',
  ]);
  expect(await visitedPages('https://nobody.example')).toEqual([]);
});

test('Of many pages those visited last are named', async () => {
  for (let page = 0; page < MAX_PAGES; page++) await countVisit(`https://contoso.com/${page}`);
  const named = await visitedPages('https://contoso.com');
  expect(named[0]).toBe(`https://contoso.com/${MAX_PAGES - 1}`);
  expect(named.length).toBeLessThan(MAX_PAGES);
});
