import * as v from 'valibot';
import { expect, test } from 'vitest';
import { scenarioSchema } from '../../../src/model/scenarios/schema.ts';
import { copyOf, newScenario, orderMoved, orderWithAfter } from '../../../src/popup/newScenario.ts';
import { scenario } from '../builders.ts';

test('A new scenario has the form of one, and an id that no other has', () => {
  const [one, other] = [newScenario('One'), newScenario('Other')];
  expect(v.parse(scenarioSchema, one)).toEqual(one);
  expect(one.id).not.toBe(other.id);
});

test('A copy is another scenario of the same content', () => {
  const copy = copyOf(scenario(), 'Copy');
  expect(copy).toEqual({ ...scenario(), id: copy.id, name: 'Copy' });
  expect(copy.id).not.toBe(scenario().id);
});

test('A copy comes right after what it was made from', () => {
  expect(orderWithAfter(['a', 'b', 'c'], 'new', 'b')).toEqual(['a', 'b', 'new', 'c']);
});

test.each([
  ['a', 1, 'bac'],
  ['c', -1, 'acb'],
  ['a', -1, 'abc'],
  ['c', 1, 'abc'],
  ['a', 9, 'bca'],
  ['x', 1, 'abc'],
] as const)('%s moved by %i', (id, by, order) => {
  expect(orderMoved(['a', 'b', 'c'], id, by).join('')).toBe(order);
});
