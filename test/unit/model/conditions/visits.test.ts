import { expect, test } from 'vitest';
import { type Condition, describeCondition } from '../../../../src/model/conditions/index.ts';
import { render } from '../../render.ts';
import { judge } from './judge.ts';

const visits: Condition = { type: 'visits', moreThan: 2 };

test.each([
  {
    visited: null,
    verdict: {
      state: 'waiting',
      for: 'visits',
      words: 'Waiting for the number of visits of this page.',
    },
  },
  {
    visited: 2,
    verdict: {
      state: 'not met',
      words: 'This is visit number 2 of this page, but more than 2 are needed.',
    },
  },
  {
    visited: 3,
    verdict: {
      state: 'met',
      words: 'This is visit number 3 of this page; more than 2 are needed.',
    },
  },
])('On visit number $visited', ({ visited, verdict }) => {
  expect(judge(visits, { visits: visited })).toEqual(verdict);
});

test('It is described by its number', () => {
  expect(render(describeCondition(visits))).toBe('More than 2 visits of this page');
});
