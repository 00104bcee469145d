import { expect, test } from 'vitest';
import { type Identified, IdTable } from '../../../src/content/page/time/idTable.ts';

interface Item extends Identified<Item> {}

const item = (id: number): Item => ({ id, sibling: null });

/** A table with these ids, and its items by their ids. */
function tableOf(ids: readonly number[]) {
  const table = new IdTable<Item>();
  const items = new Map(ids.map((id) => [id, item(id)]));
  for (const one of items.values()) table.add(one);
  return { table, items };
}

const upTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);

test('Each id gives its own item, however many there are', () => {
  const ids = upTo(1000);
  const { table, items } = tableOf(ids);
  for (const id of ids) expect(table.get(id)).toBe(items.get(id));
});

test('Ids of one slot are told apart, and taken out in any order', () => {
  const ids = [3, 3 + 64, 3 + 128, 3 + 256];
  for (const first of ids) {
    const { table, items } = tableOf(ids);
    const taken = items.get(first);
    if (taken) table.remove(taken);
    expect(ids.map((id) => table.get(id)?.id ?? null)).toEqual(
      ids.map((id) => (id === first ? null : id)),
    );
  }
});

test('An id that is not in, or no more, gives null', () => {
  const { table, items } = tableOf([1, 2]);
  const one = items.get(1);
  if (one) table.remove(one);
  expect([0, 1, 3, -1, 65, 2 ** 31 - 1].map((id) => table.get(id))).toEqual(
    Array.from({ length: 6 }, () => null),
  );
  expect(table.get(2)).toBe(items.get(2));
});

test('All that are in are visited', () => {
  const { table, items } = tableOf(upTo(200));
  const one = items.get(7);
  if (one) table.remove(one);
  const visited: number[] = [];
  table.each(({ id }) => visited.push(id));
  expect(visited.toSorted((a, b) => a - b)).toEqual(upTo(200).filter((id) => id !== 7));
});

test('One that is not in can be taken out without harm', () => {
  const { table, items } = tableOf(upTo(3));
  table.remove(item(2));
  table.remove(item(66));
  for (const [id, one] of items) expect(table.get(id)).toBe(one);
});

test('Few that stay do not make it grow, however many come and go', () => {
  const { table, items } = tableOf(upTo(60));
  for (let id = 61; id < 100_000; id++) {
    const passing = item(id);
    table.add(passing);
    table.remove(passing);
  }
  for (const [id, one] of items) expect(table.get(id)).toBe(one);
});
