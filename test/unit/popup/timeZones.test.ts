import { expect, test } from 'vitest';
import { instantOf } from '../../../src/model/visitor/clock.ts';
import { knownTimeZone, localTime, realTimeZone, timeZones } from '../../../src/popup/timeZones.ts';

const MOMENT = Date.UTC(2026, 11, 24, 18, 30, 5);

test.each([
  ['UTC', '2026-12-24 18:30'],
  ['Asia/Tokyo', '2026-12-25 03:30'],
  ['America/St_Johns', '2026-12-24 15:00'],
])('The local time in %s is written as the clock takes it', (timeZone, written) => {
  expect(localTime(MOMENT, timeZone)).toBe(written);
  expect(instantOf(written, timeZone)).toBe(MOMENT - 5000);
});

test('Without a zone, or with one that nobody knows yet, it is the real local time', () => {
  const local = localTime(MOMENT, realTimeZone());
  expect(localTime(MOMENT, null)).toBe(local);
  expect(localTime(MOMENT, 'Europe/Ber')).toBe(local);
});

test('The list has no zone twice, and UTC', () => {
  expect(new Set(timeZones()).size).toBe(timeZones().length);
  expect(timeZones()).toContain('UTC');
  expect(timeZones()).toContain('Europe/Berlin');
});

test.each([
  ['europe/berlin', 'Europe/Berlin'],
  [' America/New York ', 'America/New_York'],
  ['utc', 'UTC'],
  ['Europe/Atlantis', 'Europe/Atlantis'],
  [' ', ''],
])('“%s” is “%s”', (typed, name) => {
  expect(knownTimeZone(typed)).toBe(name);
});
