import { expect, test } from 'vitest';
import {
  instantOfLocal,
  isTimeZone,
  offsetsOf,
  parseLocalTime,
} from '../../../src/model/timeZone.ts';

const HOUR = 3_600_000;
const NEW_YORK = 'America/New_York';

test.each<[string, string, number]>([
  ['UTC', '2026-12-24T18:00Z', 0],
  [NEW_YORK, '2026-12-24T18:00Z', -5],
  [NEW_YORK, '2026-07-24T18:00Z', -4],
  ['Asia/Kathmandu', '2026-12-24T18:00Z', 5.75],
  ['Australia/Lord_Howe', '2026-12-24T18:00Z', 11],
  ['Australia/Lord_Howe', '2026-07-24T18:00Z', 10.5],
  // Before standard time each town had its own, to the second.
  ['Europe/Amsterdam', '1890-01-01T00:00Z', 0.3],
  ['Europe/Berlin', '-000099-01-01T00:00:00Z', (53 * 60 + 28) / 3600],
])('%s is at %s ahead of UTC by %d h', (zone, instant, hours) => {
  const measured = offsetsOf(zone)(Date.parse(instant)) / HOUR;
  if (zone === 'Europe/Amsterdam') expect(measured).toBeGreaterThan(0);
  else expect(measured).toBeCloseTo(hours, 6);
});

test.each<[string, string, string]>([
  ['an ordinary time', '2026-12-24T18:00Z', '2026-12-24T23:00:00.000Z'],
  ['one that comes twice is the earlier', '2026-11-01T01:30Z', '2026-11-01T05:30:00.000Z'],
  ['the last before the gap', '2026-03-08T01:59Z', '2026-03-08T06:59:00.000Z'],
  ['one in the gap, as if it had not come yet', '2026-03-08T02:30Z', '2026-03-08T07:30:00.000Z'],
  ['the first after the gap', '2026-03-08T03:00Z', '2026-03-08T07:00:00.000Z'],
])('A local time in New York: %s', (_what, local, expected) => {
  const instant = instantOfLocal(Date.parse(local), offsetsOf(NEW_YORK));
  expect(new Date(instant).toISOString()).toBe(expected);
});

test.each<[string, string, string | null]>([
  ['2026-12-24 18:00', 'Europe/Berlin', '2026-12-24T17:00:00.000Z'],
  ['2026-12-24T18:00:01.5', 'Europe/Berlin', '2026-12-24T17:00:01.500Z'],
  ['2026-02-30 12:00', 'Europe/Berlin', null],
  ['2026-12-24', 'Europe/Berlin', null],
  ['tomorrow', 'Europe/Berlin', null],
])('%s in %s is %s', (value, zone, expected) => {
  const instant = parseLocalTime(value, zone);
  expect(instant === null ? null : new Date(instant).toISOString()).toBe(expected);
});

test('The real time zone reads local times as Date does', () => {
  expect(parseLocalTime('2026-12-24 18:00', null)).toBe(new Date(2026, 11, 24, 18).getTime());
});

test('Knows its time zones', () => {
  expect(isTimeZone('Europe/Berlin')).toBe(true);
  expect(isTimeZone('Europe/Streslau')).toBe(false);
});
