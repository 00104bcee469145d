import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { emptySimulation, isActive } from '../../../src/model/simulation.ts';
import { simulationSchema } from '../../../src/model/simulationSchema.ts';
import { fullVisitor, simulation } from '../builders.ts';

test('An empty simulation keeps its epoch and simulates nothing', () => {
  expect(emptySimulation(7)).toEqual(simulation({ epoch: 7 }));
  expect(isActive(emptySimulation(7))).toBe(false);
});

test.each([
  ['a scenario', simulation({ scenarioIds: ['waitTime'] })],
  ['a clock that can only be skipped', simulation({ visitor: { clock: { at: null } } })],
  ['a direct visit', simulation({ visitor: { referrer: { value: '' } } })],
])('With %s it is active', (_what, one) => {
  expect(isActive(one)).toBe(true);
});

describe('simulationSchema', () => {
  test.each([
    simulation(),
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
    ['a wrong id', { ...simulation(), scenarioIds: [1] }],
    ['an epoch that is no number', { ...simulation(), epoch: Number.NaN }],
  ])('refuses %s', (_what, value) => {
    expect(v.is(simulationSchema, value)).toBe(false);
  });
});
