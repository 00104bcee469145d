import { expect, test } from 'vitest';
import { type Field, fieldProblem, parseInstant } from '../../../src/model/fields.ts';
import { render } from '../render.ts';

test.each([
  ['2026-12-24T18:00:00Z', Date.UTC(2026, 11, 24, 18)],
  ['2026-12-24T18:00Z', Date.UTC(2026, 11, 24, 18)],
  ['2026-12-24T18:00:00.5Z', Date.UTC(2026, 11, 24, 18, 0, 0, 500)],
  ['2026-12-24T18:00:00+05:30', Date.UTC(2026, 11, 24, 12, 30)],
  ['2026-12-24T18:00:00-01:00', Date.UTC(2026, 11, 24, 19)],
  ['2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
])('“%s” is an instant', (value, epochMs) => {
  expect(parseInstant(value)).toBe(epochMs);
});

test.each([
  '',
  'now',
  '2026-12-24',
  '2026-12-24T18:00:00',
  '2026-12-24 18:00:00Z',
  ' 2026-12-24T18:00:00Z',
  '2026-12-24T18:00:00Z\n',
  '2026-12-24T18:00:00z',
  '2026-12-24T18:00:00+0100',
  '2026-12-24T18:00:00.1234Z',
  '2026-13-01T00:00:00Z',
  '2026-12-24T25:00:00Z',
  '2026-12-24T18:60:00Z',
  // Days that there are not, some of which browsers take for days of the next month.
  '2026-02-29T00:00:00Z',
  '2026-02-30T00:00:00+01:00',
  '2026-04-31T00:00:00Z',
  '2026-12-32T00:00:00Z',
])('“%s” is no instant', (value) => {
  expect(parseInstant(value)).toBeNull();
});

const number: Field = { kind: 'number', initial: 1, min: 0, max: 10 };
const whole: Field = { ...number, whole: true };
const name: Field = { kind: 'text', initial: 'a', maxLength: 3 };
const optional: Field = { ...name, mayBeEmpty: true };
const instant: Field = { kind: 'instant', initial: '2026-12-24T18:00:00Z' };

test.each<[Field, unknown]>([
  [number, 0],
  [number, 9.5],
  [number, 10],
  [whole, 10],
  [name, 'abc'],
  [optional, ''],
  [instant, '2026-12-24T18:00:00Z'],
])('%j takes %j', (field, value) => {
  expect(fieldProblem(field, value)).toBeNull();
});

const NOT_A_NUMBER = 'This is not a number. Type a number, such as 20.';
const RANGE = 'This must be from 0 to 10.';
const NOT_AN_INSTANT =
  'This is not a date and time with a time zone. Write it like 2026-12-24T18:00:00Z or 2026-12-24T18:00:00+01:00.';

test.each<[Field, unknown, string]>([
  [number, '1', NOT_A_NUMBER],
  [number, Number.NaN, NOT_A_NUMBER],
  [number, Number.POSITIVE_INFINITY, NOT_A_NUMBER],
  [number, undefined, NOT_A_NUMBER],
  [number, -0.1, RANGE],
  [number, 10.1, RANGE],
  [whole, 9.5, 'This must be a whole number, such as 3.'],
  [name, 1, 'This must be a text.'],
  [name, undefined, 'This must be a text.'],
  [name, ' \t', 'This must not be empty.'],
  [name, 'abcd', 'This may have at most 3 characters; it has 4.'],
  [optional, 'abcd', 'This may have at most 3 characters; it has 4.'],
  [instant, 0, NOT_AN_INSTANT],
  [instant, 'soon', NOT_AN_INSTANT],
])('%j refuses %j', (field, value, words) => {
  const problem = fieldProblem(field, value);
  expect(problem && render(problem)).toBe(words);
});
