import { expect, test } from 'vitest';
import { contextTooLong } from '../../../../../src/model/findings/rules/contextTooLong.ts';
import { given, lookedAt, page } from '../page.ts';

const entries = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`Key ${index}`, { value: 1 }]));

test('More than 100 entries are too many, and told once', () => {
  const contexts = [given(entries(101)), given(entries(101))];
  expect(lookedAt(contextTooLong, page({ contexts }))).toEqual(['20: ']);
  expect(contextTooLong.look(page({ contexts }))?.values).toEqual([100]);
});

test('100 are not', () => {
  expect(lookedAt(contextTooLong, page({ contexts: [given(entries(100))] }))).toBeNull();
});
