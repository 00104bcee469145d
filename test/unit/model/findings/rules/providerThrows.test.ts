import { expect, test } from 'vitest';
import { providerThrows } from '../../../../../src/model/findings/rules/providerThrows.ts';
import { given, lookedAt, page, threw } from '../page.ts';

test.each([
  "TypeError: Cannot read properties of null (reading 'items')",
  "ReferenceError: Cannot access 'basket' before initialization",
  "ReferenceError: can't access lexical declaration 'basket' before initialization",
  'no error at all',
])('A provider that throws %j is told', (error) => {
  expect(lookedAt(providerThrows, page({ contexts: [threw(error)] }))).toEqual([`20: ${error}`]);
});

test('One that gives a context, and one with a variable that is not there, are not', () => {
  const contexts = [given({}), threw('ReferenceError: timeSpent is not defined')];
  expect(lookedAt(providerThrows, page({ contexts }))).toBeNull();
});
