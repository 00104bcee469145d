import { describe, expect, test } from 'vitest';
import {
  type Condition,
  type ConditionType,
  conditionProblem,
  conditionTypes,
  fieldsOf,
  isCondition,
  isConditionType,
} from '../../../../src/model/conditions/index.ts';
import { render } from '../../render.ts';

const initial = (type: ConditionType) => ({
  type,
  ...Object.fromEntries(
    Object.entries(fieldsOf(type)).map(([name, field]) => [name, field.initial]),
  ),
});

test.each(conditionTypes)('A new %s condition is a condition without fault', (type) => {
  const condition: unknown = initial(type);
  if (!isCondition(condition)) throw new Error('It has not the form of a condition.');
  expect(conditionProblem(condition)).toBeNull();
});

test('New conditions are those of the documentation', () => {
  expect(conditionTypes.map(initial)).toEqual([
    { type: 'timeOnPage', seconds: 20 },
    { type: 'visits', moreThan: 2 },
    { type: 'exitIntent', armedAfterSeconds: 15 },
    { type: 'referrer', equals: 'www.contoso.com/FAQ' },
    { type: 'country', equals: 'Ruritania' },
    { type: 'dateWindow', start: '2019-01-01T00:00:00Z', end: '2100-01-01T00:00:00Z' },
    { type: 'pageAddress', pattern: '*/support*' },
    { type: 'parameter', name: 'case id' },
  ]);
});

describe('isCondition', () => {
  const timeOnPage = { type: 'timeOnPage', seconds: 20 };

  test.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['a text', 'timeOnPage'],
    ['an array', ['timeOnPage', 20]],
    ['no type', { seconds: 20 }],
    ['an unknown type', { ...timeOnPage, type: 'weather' }],
    ['an inherited type', { ...timeOnPage, type: 'constructor' }],
    ['a type that is no text', { ...timeOnPage, type: ['timeOnPage'] }],
    ['a missing setting', { type: 'timeOnPage' }],
    ['a text for a number', { ...timeOnPage, seconds: '20' }],
    ['null for a number', { ...timeOnPage, seconds: null }],
    ['no number', { ...timeOnPage, seconds: Number.NaN }],
    ['no finite number', { ...timeOnPage, seconds: Number.POSITIVE_INFINITY }],
    ['a number for a text', { type: 'country', equals: 5 }],
    ['a number for an instant', { type: 'dateWindow', start: 0, end: '2100-01-01T00:00:00Z' }],
    ['a setting too many', { ...timeOnPage, more: 1 }],
    ['a setting of another type', { type: 'timeOnPage', equals: 'Ruritania' }],
    ['inherited settings', Object.assign(Object.create({ seconds: 20 }), { type: 'timeOnPage' })],
    ['a __proto__ of its own', JSON.parse('{"type":"timeOnPage","seconds":20,"__proto__":{}}')],
  ])('refuses %s', (_what, value) => {
    expect(isCondition(value)).toBe(false);
  });
});

test.each([
  ['visits', true],
  ['Visits', false],
  ['toString', false],
  ['__proto__', false],
  ['', false],
  [null, false],
  [0, false],
])('%j is a condition type: %s', (value, expected) => {
  expect(isConditionType(value)).toBe(expected);
});

const RANGE = 'This must be from 0 to 86400.';
const INSTANT =
  'This is not a date and time with a time zone. Write it like 2026-12-24T18:00:00Z or 2026-12-24T18:00:00+01:00.';

test.each<[Condition, string, string]>([
  [{ type: 'timeOnPage', seconds: -1 }, 'seconds', RANGE],
  [{ type: 'timeOnPage', seconds: 86_401 }, 'seconds', RANGE],
  [{ type: 'exitIntent', armedAfterSeconds: -0.1 }, 'armedAfterSeconds', RANGE],
  [
    { type: 'timeOnPage', seconds: Number.NaN },
    'seconds',
    'This is not a number. Type a number, such as 20.',
  ],
  [{ type: 'visits', moreThan: 2.5 }, 'moreThan', 'This must be a whole number, such as 3.'],
  [{ type: 'country', equals: ' ' }, 'equals', 'This must not be empty.'],
  [{ type: 'pageAddress', pattern: '' }, 'pattern', 'This must not be empty.'],
  [{ type: 'parameter', name: '' }, 'name', 'This must not be empty.'],
  [
    { type: 'referrer', equals: 'x'.repeat(2001) },
    'equals',
    'This may have at most 2000 characters; it has 2001.',
  ],
  [{ type: 'dateWindow', start: 'now', end: '2100-01-01T00:00:00Z' }, 'start', INSTANT],
  [{ type: 'dateWindow', start: '2019-01-01T00:00:00Z', end: '2100-01-01' }, 'end', INSTANT],
])('%j has a problem with its %s', (condition, field, words) => {
  const problem = conditionProblem(condition);
  expect(problem?.path).toBe(field);
  expect(problem && render(problem.text)).toBe(words);
});

test('A referrer may be empty: that is a direct visit', () => {
  expect(conditionProblem({ type: 'referrer', equals: '' })).toBeNull();
});
