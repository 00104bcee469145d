import { expect, test } from 'vitest';
import { clockProblems } from '../../../src/model/visitor/clock.ts';
import { clockDraftOf, clockFrom } from '../../../src/popup/clockDraft.ts';

test.each([
  ['the real one', undefined],
  ['a real one that can be skipped', { at: null }],
  ['a date and time', { at: '2026-12-24 18:00' }],
  ['one that is stopped', { at: '2026-12-24 18:00', speed: 0 }],
  ['a slow one', { at: null, speed: 0.1 }],
  ['one whose speed is set, and natural', { at: null, speed: 1 }],
  ['one of another time zone only', { at: null, timeZone: 'Asia/Tokyo' }],
  ['all of it', { at: '1798138800000', speed: 1000, timeZone: 'America/New_York' }],
] as const)('A clock and its draft are the same: %s', (_what, clock) => {
  expect(clockFrom(clockDraftOf(clock))).toEqual(clock);
});

const draft = clockDraftOf({ at: '2026-12-24 18:00', speed: 10, timeZone: 'Asia/Tokyo' });

test('What is typed for a real clock is kept, but not part of it', () => {
  expect(clockFrom({ ...draft, clock: 'real' })).toBeUndefined();
});

test('A speed counts for no other choice', () => {
  expect(clockFrom({ ...draft, clock: 'running' })).not.toHaveProperty('speed');
  expect(clockFrom({ ...draft, clock: 'stopped' })?.speed).toBe(0);
});

test('A time zone is named as in the list, whatever its case', () => {
  expect(clockFrom({ ...draft, clockZone: ' america/new york ' })?.timeZone).toBe(
    'America/New_York',
  );
});

test.each([
  ['clock.at', { clockAt: '24 December' }],
  ['clock.timeZone', { clockZone: 'Europe/Atlantis' }],
  ['clock.speed', { clockSpeed: '' }],
  ['clock.speed', { clockSpeed: 'fast' }],
  ['clock.speed', { clockSpeed: '1001' }],
  ['clock.speed', { clockSpeed: '0.05' }],
] as const)('What is wrong is a problem of %s: %o', (path, typed) => {
  const clock = clockFrom({ ...draft, ...typed });
  expect(clock && clockProblems(clock).map((problem) => problem.path)).toEqual([path]);
});
