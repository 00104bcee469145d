import { expect, test } from 'vitest';
import { parseWords, standInKeys } from '../../../src/messages/standIn.ts';

const words = Object.fromEntries(Object.keys(standInKeys).map((name) => [name, name]));

test('Words arrive as they were sent', () => {
  expect(parseWords(JSON.stringify(words))).toEqual(words);
});

test.each<[string, unknown]>([
  ['no text', words],
  ['no JSON', '{'],
  ['null', 'null'],
  ['a word that is missing', JSON.stringify({ ...words, label: undefined })],
  ['a word that is no text', JSON.stringify({ ...words, label: 1 })],
])('%s is refused', (_what, sent) => {
  expect(parseWords(sent)).toBeNull();
});
