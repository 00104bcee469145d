import { expect, test, vi } from 'vitest';
import { statusNews } from '../../../src/popup/statusNews.ts';
import { scenario } from '../builders.ts';

vi.mock('webextension-polyfill', () => import('../englishBrowser.ts'));

const region = scenario({
  name: 'Region',
  conditions: [
    { type: 'country', equals: 'Ruritania' },
    { type: 'timeOnPage', seconds: 20 },
  ],
});
const before = { word: 'waiting', verdicts: ['waiting', 'waiting'] } as const;

test('Nothing is said while nothing changes', () => {
  expect(statusNews(region, before, { ...before })).toBeNull();
});

test('Another word for the scenario is said', () => {
  expect(statusNews(region, before, { ...before, word: 'armed' })).toBe('Region: armed');
});

test('A verdict is said although the word stays', () => {
  expect(statusNews(region, before, { word: 'waiting', verdicts: ['waiting', 'met'] })).toBe(
    'Region: 20 s on the page: met',
  );
});

test('All that changes together is said in one sentence', () => {
  expect(statusNews(region, before, { word: 'not met', verdicts: ['not met', 'met'] })).toBe(
    'Region: not met · Country is Ruritania: not met · 20 s on the page: met',
  );
});

test('Verdicts that were not known before are no change', () => {
  expect(statusNews(region, { word: 'off', verdicts: null }, before)).toBe('Region: waiting');
});
