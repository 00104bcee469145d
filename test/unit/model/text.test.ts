import { expect, test } from 'vitest';
import { instant, MAX_VALUE_LENGTH, seconds, text } from '../../../src/model/text.ts';

test('Values become texts', () => {
  expect(text('visitsMet', 3, '2')).toEqual({ key: 'visitsMet', values: ['3', '2'] });
});

test('A value that is too long for the messages between the realms is cut', () => {
  expect(text('eventAddressChanged', 'x'.repeat(MAX_VALUE_LENGTH + 1)).values).toEqual([
    `${'x'.repeat(MAX_VALUE_LENGTH - 1)}…`,
  ]);
});

test.each([
  [0, '0'],
  [40, '0'],
  [99, '0'],
  [100, '0.1'],
  [19_960, '19.9'],
  [5500, '5.5'],
  [20_000, '20'],
  [61_234, '61.2'],
])('%d ms are %s s', (ms, words) => {
  expect(seconds(ms)).toBe(words);
});

test.each([
  [Date.UTC(2026, 11, 24, 18), '2026-12-24T18:00:00Z'],
  [Date.UTC(2026, 11, 24, 18, 0, 0, 999), '2026-12-24T18:00:00Z'],
  [-1, '1969-12-31T23:59:59Z'],
  [Number.NaN, 'an invalid date'],
  [8.65e15, 'an invalid date'],
])('%d ms since 1970 are %s', (epochMs, words) => {
  expect(instant(epochMs)).toBe(words);
});
