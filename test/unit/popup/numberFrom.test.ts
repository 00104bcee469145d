import { expect, test } from 'vitest';
import { numberFrom } from '../../../src/popup/numberFrom.ts';

test.each([
  ['20', 20],
  [' 2.5 ', 2.5],
  ['-90', -90],
  ['+7', 7],
  ['0', 0],
])('“%s” is a number', (typed, value) => {
  expect(numberFrom(typed)).toBe(value);
});

test.each(['', ' ', 'abc', '2,5', '1e3', '0x10', 'Infinity', '20 s', '1.', '--1'])(
  '“%s” is no number',
  (typed) => {
    expect(numberFrom(typed)).toBeNaN();
  },
);
