import { expect, test } from 'vitest';
import { type Condition, describeCondition } from '../../../../src/model/conditions/index.ts';
import { render } from '../../render.ts';
import { judge } from './judge.ts';

const timeOnPage: Condition = { type: 'timeOnPage', seconds: 20 };

test.each([
  {
    when: 'before lcw:ready',
    sinceReady: null,
    verdict: {
      state: 'waiting',
      for: 'widget',
      words: 'Waiting for the chat widget: lcw:ready has not come yet.',
    },
  },
  {
    when: 'after a part of the time',
    sinceReady: 5500,
    verdict: {
      state: 'waiting',
      until: { dial: 'page', ms: 20_000 },
      words: 'The visitor has been on the page for 5.5 of the 20 s needed, counted from lcw:ready.',
    },
  },
  {
    when: 'a moment too early',
    sinceReady: 19_999,
    verdict: {
      state: 'waiting',
      until: { dial: 'page', ms: 20_000 },
      words:
        'The visitor has been on the page for 19.9 of the 20 s needed, counted from lcw:ready.',
    },
  },
  {
    when: 'after exactly the time',
    sinceReady: 20_000,
    verdict: {
      state: 'met',
      words: 'The visitor has been on the page for 20 s; 20 s are needed.',
    },
  },
  {
    when: 'later',
    sinceReady: 61_234,
    verdict: {
      state: 'met',
      words: 'The visitor has been on the page for 61.2 s; 20 s are needed.',
    },
  },
])('$when', ({ sinceReady, verdict }) => {
  expect(judge(timeOnPage, { sinceReady })).toEqual(verdict);
});

test('No time at all is needed: met as soon as the widget is ready', () => {
  expect(judge({ type: 'timeOnPage', seconds: 0 }, { sinceReady: 0 }).state).toBe('met');
});

test('It is described by its time', () => {
  expect(render(describeCondition(timeOnPage))).toBe('20 s on the page');
});
