import { expect, test } from 'vitest';
import { referrerSuggestions } from '../../../src/popup/referrerSuggestions.ts';

test('What was used last is offered before the pages of the site, and each once', () => {
  const recentReferrers = ['www.contoso.com/FAQ', 'https://shop.example/b'];
  const visitedPages = ['https://shop.example/a', 'https://shop.example/b'];
  expect(referrerSuggestions({ recentReferrers, visitedPages })).toEqual([
    'www.contoso.com/FAQ',
    'https://shop.example/b',
    'https://shop.example/a',
  ]);
});
