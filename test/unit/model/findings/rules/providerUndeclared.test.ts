import { expect, test } from 'vitest';
import { providerUndeclared } from '../../../../../src/model/findings/rules/providerUndeclared.ts';
import { given, lookedAt, page, threw } from '../page.ts';

test('A variable that does not exist is told with its name', () => {
  const contexts = [given({}), threw('ReferenceError: timeSpent is not defined')];
  expect(lookedAt(providerUndeclared, page({ contexts }))).toEqual([
    '20: ReferenceError: timeSpent is not defined',
  ]);
});

test.each([
  'TypeError: timeSpent is undefined',
  "ReferenceError: Cannot access 'timeSpent' before initialization",
])('%j is another fault', (error) => {
  expect(lookedAt(providerUndeclared, page({ contexts: [threw(error)] }))).toBeNull();
});
