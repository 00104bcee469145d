import { expect, test } from 'vitest';
import { type Condition, describeCondition } from '../../../../src/model/conditions/index.ts';
import { render } from '../../render.ts';
import { judge } from './judge.ts';

const exitIntent: Condition = { type: 'exitIntent', armedAfterSeconds: 15 };

const unarmed = (passed: string) => ({
  state: 'waiting',
  until: { dial: 'page', ms: 15_000 },
  words: `Not armed yet: leaving counts from 15 s on the page; ${passed} s have passed since lcw:ready.`,
});
const armed = {
  state: 'waiting',
  for: 'pointer leaving',
  words: 'Armed: waiting for the pointer to leave the page.',
};

test.each([
  {
    when: 'before lcw:ready',
    known: { sinceReady: null },
    verdict: {
      state: 'waiting',
      for: 'widget',
      words: 'Waiting for the chat widget: lcw:ready has not come yet.',
    },
  },
  { when: 'not armed yet', known: { sinceReady: 14_000 }, verdict: unarmed('14') },
  {
    when: 'left while not armed',
    known: { sinceReady: 14_000, pointerLeftAt: 13_000 },
    verdict: unarmed('14'),
  },
  { when: 'just armed', known: { sinceReady: 15_000 }, verdict: armed },
  {
    when: 'left before it was armed',
    known: { sinceReady: 20_000, pointerLeftAt: 14_999 },
    verdict: armed,
  },
  {
    when: 'left in the moment of arming',
    known: { sinceReady: 15_000, pointerLeftAt: 15_000 },
    verdict: { state: 'met', words: 'The pointer left the page 15 s after lcw:ready.' },
  },
  {
    when: 'left later',
    known: { sinceReady: 90_000, pointerLeftAt: 16_200 },
    verdict: { state: 'met', words: 'The pointer left the page 16.2 s after lcw:ready.' },
  },
])('$when', ({ known, verdict }) => {
  expect(judge(exitIntent, known)).toEqual(verdict);
});

test('It is described by the time until it is armed', () => {
  expect(render(describeCondition(exitIntent))).toBe(
    'The pointer leaves the page after 15 s or later',
  );
});
