import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../../src/model/conditions/index.ts';
import type { Facts } from '../../../../src/model/facts.ts';
import {
  evaluateScenario,
  nextChangeIn,
  wholeWait,
} from '../../../../src/model/scenarios/scenario.ts';
import { facts, scenario } from '../../builders.ts';

const tenSeconds: Condition = { type: 'timeOnPage', seconds: 10 };
const twentySeconds: Condition = { type: 'timeOnPage', seconds: 20 };
const leaves: Condition = { type: 'exitIntent', armedAfterSeconds: 0 };
const returns: Condition = { type: 'visits', moreThan: 0 };
const neverReturns: Condition = { type: 'visits', moreThan: 9 };
/** Opens at the time on the clock plus 5 s, less the 1 ms that the start itself is outside. */
const soonChristmas: Condition = {
  type: 'dateWindow',
  start: new Date(facts().clock + 4999).toISOString(),
  end: '2100-01-01T00:00:00Z',
};

const verdictOf = (conditions: readonly Condition[], known: Partial<Facts>) =>
  evaluateScenario(scenario({ conditions }), facts(known));

test.each<[string, readonly Condition[], Partial<Facts>, string]>([
  ['all met', [tenSeconds, returns], { sinceReady: 10_000 }, 'qualified'],
  ['one waiting', [tenSeconds, twentySeconds], { sinceReady: 10_000 }, 'waiting'],
  ['one not met', [tenSeconds, neverReturns], { sinceReady: 10_000 }, 'not met'],
  ['one waiting, one not met', [tenSeconds, neverReturns], { sinceReady: 0 }, 'not met'],
  ['the same the other way round', [neverReturns, tenSeconds], { sinceReady: 0 }, 'not met'],
  ['all met before lcw:ready', [returns], { sinceReady: null }, 'waiting'],
  ['one not met before lcw:ready', [neverReturns], { sinceReady: null }, 'not met'],
])('%s', (_when, conditions, known, state) => {
  expect(verdictOf(conditions, known).state).toBe(state);
});

test('The verdicts stand in the order of the conditions', () => {
  const { verdicts } = verdictOf([tenSeconds, neverReturns, returns], { sinceReady: 0 });
  expect(verdicts.map(({ state }) => state)).toEqual(['waiting', 'not met', 'met']);
});

/** With `next` as null nothing changes by itself; with `whole` as null waiting alone does not help. */
const waits: readonly {
  when: string;
  conditions: readonly Condition[];
  known: Partial<Facts>;
  next: number | null;
  whole: number | null;
}[] = [
  {
    when: 'two times on the page',
    conditions: [twentySeconds, tenSeconds],
    known: { sinceReady: 4000 },
    next: 6000,
    whole: 16_000,
  },
  {
    when: 'one of them over',
    conditions: [twentySeconds, tenSeconds],
    known: { sinceReady: 12_000 },
    next: 8000,
    whole: 8000,
  },
  {
    when: 'both dials',
    conditions: [soonChristmas, tenSeconds],
    known: { sinceReady: 0 },
    next: 5000,
    whole: 10_000,
  },
  {
    when: 'the clock alone, before lcw:ready',
    conditions: [soonChristmas],
    known: { sinceReady: null },
    next: 5000,
    whole: 5000,
  },
  {
    when: 'lcw:ready',
    conditions: [tenSeconds],
    known: { sinceReady: null },
    next: null,
    whole: null,
  },
  {
    when: 'the pointer leaving',
    conditions: [tenSeconds, leaves],
    known: { sinceReady: 4000 },
    next: 6000,
    whole: null,
  },
  {
    when: 'what will not come',
    conditions: [tenSeconds, neverReturns],
    known: { sinceReady: 4000 },
    next: 6000,
    whole: null,
  },
  {
    when: 'nothing',
    conditions: [tenSeconds, returns],
    known: { sinceReady: 10_000 },
    next: null,
    whole: null,
  },
];

describe('Waiting for', () => {
  test.each(waits)('$when', ({ conditions, known, next, whole }) => {
    const verdict = verdictOf(conditions, known);
    expect(nextChangeIn(verdict, facts(known))).toBe(next);
    expect(wholeWait(verdict, facts(known))).toBe(whole);
  });
});

test('After the whole wait a scenario that waits for time alone is qualified', () => {
  const conditions = [soonChristmas, tenSeconds, twentySeconds];
  const now = facts({ sinceReady: 3000 });
  const wait = wholeWait(verdictOf(conditions, now), now) ?? Number.NaN;
  const later = { sinceReady: 3000 + wait, clock: now.clock + wait };
  expect(verdictOf(conditions, later).state).toBe('qualified');
  expect(verdictOf(conditions, { ...later, sinceReady: 2999 + wait }).state).toBe('waiting');
});

test('A moment that has passed since the verdict is now', () => {
  const verdict = verdictOf([tenSeconds], { sinceReady: 4000 });
  expect(nextChangeIn(verdict, facts({ sinceReady: 11_000 }))).toBe(0);
  expect(wholeWait(verdict, facts({ sinceReady: 11_000 }))).toBe(0);
});
