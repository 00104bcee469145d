import { expect, test } from 'vitest';
import { authenticatedContext } from '../../../../../src/model/findings/rules/authenticatedContext.ts';
import { lookedAt, page, sdkUse } from '../page.ts';

const context = sdkUse('setContextProvider', [() => ({})]);
const token = sdkUse('setAuthTokenProvider', [() => {}]);

test('A context provider in an authenticated chat is told with its place', () => {
  const both = page({ sdkUses: [token, context] });
  expect(lookedAt(authenticatedContext, both)).toEqual(['20: setContextProvider']);
});

test.each([
  ['a context without authentication', [context]],
  ['authentication without a context', [token]],
  ['neither', []],
])('%s is as it should be', (_name, sdkUses) => {
  expect(lookedAt(authenticatedContext, page({ sdkUses }))).toBeNull();
});
