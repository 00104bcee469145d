import { expect, test } from 'vitest';
import { stepMoment } from '../../../src/popup/stepMoment.ts';

const up = (typed: string, caret: number) => stepMoment(typed, caret, 1)?.written;
const down = (typed: string, caret: number) => stepMoment(typed, caret, -1)?.written;

const MOMENT = '2026-12-24 18:05:09.250';

test.each([
  ['year', 2, '2027-12-24 18:05:09.250', '2025-12-24 18:05:09.250'],
  ['month', 5, '2027-01-24 18:05:09.250', '2026-11-24 18:05:09.250'],
  ['day', 9, '2026-12-25 18:05:09.250', '2026-12-23 18:05:09.250'],
  ['hour', 11, '2026-12-24 19:05:09.250', '2026-12-24 17:05:09.250'],
  ['minute', 16, '2026-12-24 18:06:09.250', '2026-12-24 18:04:09.250'],
  ['second', 18, '2026-12-24 18:05:10.250', '2026-12-24 18:05:08.250'],
  ['millisecond', 21, '2026-12-24 18:05:09.251', '2026-12-24 18:05:09.249'],
])('At the %s it is that which steps', (_part, caret, later, earlier) => {
  expect(up(MOMENT, caret)).toBe(later);
  expect(down(MOMENT, caret)).toBe(earlier);
});

test('A caret beside a part is at it, and behind all parts at the last', () => {
  expect(up('2026-12-24 18:05', 10)).toBe('2026-12-25 18:05');
  expect(up('2026-12-24 18:05', 13)).toBe('2026-12-24 19:05');
  expect(up('2026-12-24 18:05', 16)).toBe('2026-12-24 18:06');
  expect(up('2026-12-24T18:05:09+01:00', 25)).toBe('2026-12-24T18:05:10+01:00');
});

test('The form stays: T or space, seconds or none, the offset', () => {
  expect(up('2026-12-24T18:05Z', 12)).toBe('2026-12-24T19:05Z');
  expect(up('2026-12-24T18:05:09-03:30', 12)).toBe('2026-12-24T19:05:09-03:30');
});

test('The other parts follow as on a calendar', () => {
  expect(up('2026-12-31 23:59', 16)).toBe('2027-01-01 00:00');
  expect(down('2027-01-01 00:00', 16)).toBe('2026-12-31 23:59');
  expect(up('2026-01-31 12:00', 6)).toBe('2026-02-28 12:00');
  expect(down('2026-03-31 12:00', 6)).toBe('2026-02-28 12:00');
  expect(up('2028-02-29 12:00', 4)).toBe('2029-02-28 12:00');
  expect(down('2026-01-31 12:00', 6)).toBe('2025-12-31 12:00');
});

test('The part that has changed is named by its place', () => {
  expect(stepMoment('2026-12-24 18:05', 12, 1)).toMatchObject({ start: 11, end: 13 });
  expect(stepMoment('2026-12-24 18:05', 16, 1)).toMatchObject({ start: 14, end: 16 });
});

test('The years 1 to 9999 are not left', () => {
  expect(up('9999-12-31 23:59', 16)).toBeUndefined();
  expect(down('0001-01-01 00:00', 16)).toBeUndefined();
  expect(down('0099-06-01 00:00', 4)).toBe('0098-06-01 00:00');
});

test.each(['', 'tomorrow', '1798138800000', '2026-12-24', '2026-12-24 18'])(
  '“%s” does not step',
  (typed) => {
    expect(stepMoment(typed, typed.length, 1)).toBeNull();
  },
);
