import { expect, test } from 'vitest';
import { syntaxError } from '../../../../../src/model/findings/rules/syntaxError.ts';
import { fault, lookedAt, page } from '../page.ts';

test('A syntax error in a script with a trigger is told', () => {
  const faults = [fault('SyntaxError', "Uncaught SyntaxError: Unexpected token ')'")];
  expect(lookedAt(syntaxError, page({ faults }))).toEqual([
    "12: Uncaught SyntaxError: Unexpected token ')'",
  ]);
});

test.each([
  ['of another script', fault('SyntaxError', 'x', { isTrigger: false })],
  ['of another kind', fault('TypeError', 'x')],
  ['that running code has made', fault('SyntaxError', 'JSON.parse', { neverRan: null })],
])('An error %s is not', (_name, one) => {
  expect(lookedAt(syntaxError, page({ faults: [one] }))).toBeNull();
});
