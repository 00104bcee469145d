import { expect, test } from 'vitest';
import type { Arranging } from '../../../../src/model/conditions/condition.ts';
import {
  type Condition,
  conditionTypes,
  evaluateCondition,
  initialCondition,
} from '../../../../src/model/conditions/index.ts';
import type { Facts } from '../../../../src/model/facts.ts';
import { builtInScenarios } from '../../../../src/model/scenarios/builtIn.ts';
import { makeTrue, timeAskedFor } from '../../../../src/model/scenarios/makeTrue.ts';
import { instantOf } from '../../../../src/model/visitor/clock.ts';
import { countryByPosition, RURITANIA } from '../../../../src/model/visitor/country.ts';
import { type Visitor, visitorProblems } from '../../../../src/model/visitor/visitor.ts';
import { isFirstVisit } from '../../../../src/model/visitor/visits.ts';
import { facts, scenario } from '../../builders.ts';

const arranging: Arranging = {
  now: Date.UTC(2026, 11, 24, 18),
  counter: null,
  knownCountry: (name) => (name === 'Ruritania' ? RURITANIA : null),
};

/** The facts of a page that this visitor sees, once so many ms have passed. */
const factsOf = ({ clock, country, referrer, visits }: Visitor, sinceReady: number): Facts =>
  facts({
    clock: (clock?.at && instantOf(clock.at, null)) || arranging.now,
    sinceReady,
    referrer: referrer?.value ?? 'https://other.example/',
    visits: visits && !isFirstVisit(visits) ? visits.number : 1,
    country: country ? countryByPosition(country) : 'not asked',
    pointerLeftAt: sinceReady,
    parameters: { 'case id': 'CAS-1' },
  });

test.each(builtInScenarios)('$id: every condition holds for the visitor who is made', (one) => {
  const { visitor } = makeTrue(one, {}, null, arranging);
  expect(visitorProblems(visitor)).toEqual([]);
  const then = factsOf(visitor, timeAskedFor(one));
  for (const condition of one.conditions) {
    expect(evaluateCondition(condition, then).state, condition.type).toBe('met');
  }
});

test.each(conditionTypes)('%s is made true by a visitor, or says what is to be done', (type) => {
  const { visitor, byHand } = makeTrue(
    scenario({ conditions: [initialCondition(type)] }),
    {},
    null,
    { ...arranging, now: Date.UTC(2000, 0, 1) },
  );
  expect(Object.keys(visitor).length + byHand.length).toBeGreaterThan(0);
});

const dates: Condition = {
  type: 'dateWindow',
  start: '2027-01-01T00:00:00Z',
  end: '2027-01-01T00:00:01Z',
};

test('A date that a condition needs wins over the real one that another is content with', () => {
  const wait: Condition = { type: 'timeOnPage', seconds: 5 };
  for (const conditions of [
    [dates, wait],
    [wait, dates],
  ]) {
    const { visitor } = makeTrue(scenario({ conditions }), {}, null, arranging);
    expect(visitor.clock).toEqual({ at: '2027-01-01T00:00:00.500Z' });
  }
});

test('A clock that runs already, and what no condition has to do with, stay', () => {
  const present: Visitor = { clock: { at: null, speed: 10 }, referrer: { value: '' } };
  expect(makeTrue(scenario(), present, null, arranging).visitor).toEqual(present);
});

test('A date that is in the window already is left alone', () => {
  const now: Condition = {
    type: 'dateWindow',
    start: '2026-01-01T00:00:00Z',
    end: '2027-01-01T00:00:00Z',
  };
  expect(makeTrue(scenario({ conditions: [now] }), {}, null, arranging).visitor).toEqual({});
});

test('The counter that was found is set, and one that does not grow is told from one that does', () => {
  const visits = scenario({ conditions: [{ type: 'visits', moreThan: 2 }] });
  const counter = { store: 'localStorage', name: 'count', value: 1 } as const;
  const visitsWith = (addsOne: boolean | null) =>
    makeTrue(visits, {}, null, { ...arranging, counter: { ...counter, addsOne } }).visitor.visits;
  expect(visitsWith(true)).toEqual({ number: 3, store: 'localStorage', name: 'count' });
  expect(visitsWith(false)).toEqual({
    number: 3,
    store: 'localStorage',
    name: 'count',
    addsOne: false,
  });
});

test('A country that nobody knows is somewhere', () => {
  const { visitor } = makeTrue(
    scenario({ conditions: [{ type: 'country', equals: 'Freedonia' }] }),
    {},
    null,
    arranging,
  );
  expect(visitor.country).toEqual({ ...RURITANIA, name: 'Freedonia' });
});

test('What the page itself meets already is not left to the tester', () => {
  const support = scenario({ conditions: [{ type: 'pageAddress', pattern: '*/support*' }] });
  expect(makeTrue(support, {}, facts(), arranging).byHand).toEqual([]);
  const elsewhere = facts({ address: 'https://shop.example/' });
  expect(makeTrue(support, {}, elsewhere, arranging).byHand).toMatchObject([
    { key: 'arrangeAddress', values: ['*/support*'] },
  ]);
});
