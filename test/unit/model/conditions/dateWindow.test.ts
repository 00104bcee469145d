import { expect, test } from 'vitest';
import {
  type Condition,
  conditionProblem,
  describeCondition,
} from '../../../../src/model/conditions/index.ts';
import { render } from '../../render.ts';
import { judge } from './judge.ts';

const START = '2026-12-24T18:00:00Z';
const END = '2026-12-26T00:00:00+01:00';
const startMs = Date.UTC(2026, 11, 24, 18);
const endMs = Date.UTC(2026, 11, 25, 23);
const christmas: Condition = { type: 'dateWindow', start: START, end: END };

const before = (now: string) => ({
  state: 'waiting',
  // The start itself is outside.
  until: { dial: 'clock', ms: startMs + 1 },
  words: `It is ${now}; the window opens at ${START}.`,
});
const during = (now: string) => ({
  state: 'met',
  words: `It is ${now}, between ${START} and ${END}.`,
});
const after = (now: string) => ({
  state: 'not met',
  words: `It is ${now}; the window closed at ${END}.`,
});

test.each([
  { when: 'an hour before', clock: startMs - 3_600_000, verdict: before('2026-12-24T17:00:00Z') },
  { when: 'at the start', clock: startMs, verdict: before('2026-12-24T18:00:00Z') },
  { when: '1 ms after the start', clock: startMs + 1, verdict: during('2026-12-24T18:00:00Z') },
  { when: '1 ms before the end', clock: endMs - 1, verdict: during('2026-12-25T22:59:59Z') },
  { when: 'at the end', clock: endMs, verdict: after('2026-12-25T23:00:00Z') },
  { when: 'a year later', clock: Date.UTC(2027, 11, 25), verdict: after('2027-12-25T00:00:00Z') },
])('$when', ({ clock, verdict }) => {
  expect(judge(christmas, { clock })).toEqual(verdict);
});

test('The widget need not be ready for the date to be right', () => {
  expect(judge(christmas, { clock: startMs + 1, sinceReady: null }).state).toBe('met');
});

test.each([
  { when: 'before the start', start: END, end: START },
  { when: 'the start itself', start: START, end: START },
])('An end that is $when offers nothing, and says so', ({ start, end }) => {
  const reversed: Condition = { type: 'dateWindow', start, end };
  const words = `The end (${end}) is not after the start (${start}), so no time lies between them. Choose an end after the start.`;
  expect(judge(reversed, { clock: startMs + 1 })).toEqual({ state: 'not met', words });

  const problem = conditionProblem(reversed);
  expect(problem?.path).toBe('end');
  expect(problem && render(problem.text)).toBe(words);
});

test('Ends are compared as instants, not as texts', () => {
  // 18:00+01:00 is 17:00Z.
  expect(
    conditionProblem({
      type: 'dateWindow',
      start: '2026-12-24T18:00:00+01:00',
      end: '2026-12-24T17:30:00Z',
    }),
  ).toBeNull();
});

test('It is described by its ends', () => {
  expect(render(describeCondition(christmas))).toBe(`Between ${START} and ${END}`);
});
