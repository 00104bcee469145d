import { expect, test, vi } from 'vitest';
import type { ClockOverride } from '../../src/model/visitor/clock.ts';
import { overrideChips } from '../../src/overrideChips.ts';

vi.mock('webextension-polyfill', () => import('./englishBrowser.ts'));

const chipOf = (clock: ClockOverride) => overrideChips({ clock })[0]?.text ?? '';

test.each([
  ['a clock that can only be skipped', { at: null }, 'Skippable clock'],
  ['a stopped one', { at: null, speed: 0 }, 'stopped'],
  ['a fast one', { at: null, speed: 10 }, '×10'],
  ['a time zone', { at: null, timeZone: 'America/New_York' }, 'New York'],
  [
    'a time zone and a speed',
    { at: null, speed: 0.5, timeZone: 'America/Argentina/Buenos_Aires' },
    'Buenos Aires · ×0.5',
  ],
] as const)('The chip of %s', (_what, clock, words) => {
  expect(chipOf(clock)).toBe(words);
});

test('A moment is told as the visitor’s clock shows it, in all its forms', () => {
  const face = chipOf({ at: '2026-12-25 03:00', timeZone: 'Asia/Tokyo' });
  expect(face).toMatch(/25.*2026.*3:00.* · Tokyo$/);
  expect(chipOf({ at: '2026-12-24T18:00:00Z', timeZone: 'Asia/Tokyo' })).toBe(face);
  expect(chipOf({ at: String(Date.UTC(2026, 11, 24, 18)), timeZone: 'Asia/Tokyo' })).toBe(face);
  expect(chipOf({ at: '2026-12-25 03:00', timeZone: 'Asia/Tokyo', speed: 0 })).toBe(
    `${face} · stopped`,
  );
});

test('The country’s time zone counts for the moment, and is not named', () => {
  const country = { name: 'Japan', code: 'JP', latitude: 0, longitude: 0, timeZone: 'Asia/Tokyo' };
  const [chip] = overrideChips({ clock: { at: '2026-12-24T18:00:00Z' }, country });
  expect(chip?.text).toMatch(/25.*2026.*3:00/);
  expect(chip?.text).not.toContain('Tokyo');
});

test('A time zone that is still being typed is told as far as it goes', () => {
  expect(chipOf({ at: '2026-12-24 18:00', timeZone: 'Europe/Atl' })).toMatch(/2026.* · Atl$/);
});
