import { expect, test } from 'vitest';
import {
  appliedOne,
  differingOverrides,
  inOrder,
  namedOne,
} from '../../../src/popup/savedVisitors.ts';

const faq = { referrer: { value: 'https://www.contoso.com/FAQ' } };
const a = { id: 'a', name: 'b of FAQ', visitor: faq };
const b = { id: 'b', name: 'A first visit', visitor: { visits: { first: true } } } as const;

test('Saved visitors stand by their names', () => {
  expect(inOrder([a, b])).toEqual([b, a]);
});

test('The one that is applied is found by what it is', () => {
  expect(appliedOne([a, b], { referrer: { value: 'https://www.contoso.com/FAQ' } })).toBe(a);
  expect(appliedOne([a, b], {})).toBeNull();
  expect(appliedOne([a, b], { ...faq, clock: { at: null } })).toBeNull();
});

test('A name is the same in any case and between spaces', () => {
  expect(namedOne([a, b], ' B OF faq ')).toBe(a);
  expect(namedOne([a, b], 'b of')).toBeNull();
});

test('The overrides that differ are those that are not the same in all', () => {
  expect(differingOverrides([faq, { ...faq }])).toEqual([]);
  expect(differingOverrides([faq, { ...faq, clock: { at: null } }, faq])).toEqual(['clock']);
  expect(differingOverrides([faq, b.visitor])).toEqual(['referrer', 'visits']);
  expect(differingOverrides([])).toEqual([]);
});
