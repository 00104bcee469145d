import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  emptySimulation,
  type InviteChoice,
  type InviteMode,
  inviteModeOn,
  isActive,
  isForFirstScript,
} from '../../../src/model/simulation.ts';
import { simulationSchema } from '../../../src/model/simulationSchema.ts';
import { fullVisitor, simulation } from '../builders.ts';

test('An empty simulation keeps its epoch and simulates nothing', () => {
  expect(emptySimulation(7)).toEqual(simulation({ epoch: 7 }));
  expect(isActive(emptySimulation(7))).toBe(false);
});

test.each([
  ['a scenario', simulation({ scenarioIds: ['waitTime'] })],
  ['a clock that can only be skipped', simulation({ visitor: { clock: { at: null } } })],
  ['a dry run', simulation({ invites: 'dry run' })],
  ['the overlay', simulation({ presentation: { overlay: true, place: null, scenarioId: null } })],
  ['a direct visit', simulation({ visitor: { referrer: { value: '' } } })],
])('With %s it is active', (_what, one) => {
  expect(isActive(one)).toBe(true);
});

describe('simulationSchema', () => {
  test.each([
    simulation(),
    simulation({ invites: 'dry run' }),
    simulation({ invites: { liveOn: '*://shop.example/*' } }),
    simulation({ presentation: { overlay: true, place: { x: 1, y: 2 }, scenarioId: 'waitTime' } }),
    simulation({ presentation: { overlay: false, place: null, scenarioId: null } }),
    simulation({
      visitor: fullVisitor,
      clockReading: { shows: -5, at: 0 },
      scenarioIds: ['waitTime'],
    }),
  ])('accepts %j', (one) => {
    expect(v.parse(simulationSchema, one)).toEqual(one);
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a missing field', { epoch: 1, visitor: {}, clockReading: null }],
    ['a field too many', { ...simulation(), more: 1 }],
    ['a wrong visitor', { ...simulation(), visitor: { weather: 'rain' } }],
    ['another choice for invites', { ...simulation(), invites: 'live' }],
    ['a wrong id', { ...simulation(), scenarioIds: [1] }],
    ['an epoch that is no number', { ...simulation(), epoch: Number.NaN }],
  ])('refuses %s', (_what, value) => {
    expect(v.is(simulationSchema, value)).toBe(false);
  });
});

const SITE = '*://shop.example/*';

test.each<[string, InviteChoice | undefined, boolean, InviteMode]>([
  ['live as long as nobody wants anything else', undefined, false, 'live'],
  ['a dry run where one was wanted', 'dry run', false, 'dry run'],
  ['a dry run by default on a production site', undefined, true, 'dry run'],
  ['live on the production site where that was wanted', { liveOn: SITE }, true, 'live'],
  ['a dry run on another production site', { liveOn: '*://other.example/*' }, true, 'dry run'],
])('Invites are %s', (_what, choice, isProduction, mode) => {
  expect(inviteModeOn(choice, SITE, isProduction)).toBe(mode);
});

test('Before the first script come overrides and a dry run, and no scenarios alone', () => {
  const visitor = { referrer: { value: 'https://example.com/' } };
  expect(isForFirstScript({ visitor, invites: 'live' })).toBe(true);
  expect(isForFirstScript({ visitor: {}, invites: 'dry run' })).toBe(true);
  expect(isForFirstScript({ visitor: {}, invites: 'live' })).toBe(false);
});
