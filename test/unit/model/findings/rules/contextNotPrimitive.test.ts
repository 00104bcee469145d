import { expect, test } from 'vitest';
import { contextNotPrimitive } from '../../../../../src/model/findings/rules/contextNotPrimitive.ts';
import { UNKNOWN } from '../../../../../src/model/watch/watched.ts';
import { given, lookedAt, page, sampleOf } from '../page.ts';

test.each([
  [['Slate 13', 'Slate Dock'], 'Interests: array'],
  [{ name: 'Slate 13' }, 'Interests: object'],
  [undefined, 'Interests: undefined'],
  [null, 'Interests: null'],
  [() => 1, 'Interests: function'],
  [5n, 'Interests: bigint'],
])('The value of case %# is told', (value, found) => {
  const context = { Page: { value: 'a' }, Interests: { value, isDisplayable: true } };
  expect(lookedAt(contextNotPrimitive, page({ contexts: [given(context)] }))).toEqual([
    `20: ${found}`,
  ]);
});

test('Texts, numbers, true and false are taken', () => {
  const context = { a: { value: '' }, b: { value: 0 }, c: { value: false }, d: { value: 'x' } };
  expect(lookedAt(contextNotPrimitive, page({ contexts: [given(context)] }))).toBeNull();
});

test('A value behind a getter, as reactive frameworks have, may be anything', () => {
  const entry = { type: 'object', text: 'object', parts: { value: UNKNOWN } } as const;
  const context = { ...given({}), ending: { returned: { ...sampleOf({}), parts: { a: entry } } } };
  expect(lookedAt(contextNotPrimitive, page({ contexts: [context] }))).toBeNull();
});
