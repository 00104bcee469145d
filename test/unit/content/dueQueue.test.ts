import { expect, test } from 'vitest';
import { DueQueue } from '../../../src/content/page/time/dueQueue.ts';
import { IdTable } from '../../../src/content/page/time/idTable.ts';
import type { Timer } from '../../../src/content/page/time/timer.ts';

const timer = (due: number, order: number): Timer =>
  ({ due, order, id: order + 1, sibling: null }) as unknown as Timer;

const tableOf = (...timers: readonly Timer[]): IdTable<Timer> => {
  const table = new IdTable<Timer>();
  for (const one of timers) table.add(one);
  return table;
};

function drain(queue: DueQueue): readonly (readonly [number, number])[] {
  const drained: [number, number][] = [];
  for (let { first } = queue; first; first = queue.first) {
    drained.push([first.due, first.order]);
    queue.removeFirst();
  }
  return drained;
}

test('What is due first comes first, and of those due together the one set first', () => {
  // 101 is a generator of all numbers below 211, so they come in no order.
  const timers = Array.from({ length: 210 }, (_, order) =>
    timer(((101 * (order + 1)) % 211) >> 2, order),
  );
  const queue = new DueQueue(tableOf(...timers.slice(0, 100)));
  for (const one of timers.slice(100)) queue.add(one);
  const sorted = timers
    .map(({ due, order }) => [due, order] as const)
    .sort(([due, order], [otherDue, otherOrder]) => due - otherDue || order - otherOrder);
  expect(drain(queue)).toEqual(sorted);
});

test('The first that has become due later takes its new place', () => {
  const [one, two, three] = [timer(1, 1), timer(2, 2), timer(3, 3)];
  const queue = new DueQueue(tableOf(one, two, three));
  one.due = 2.5;
  queue.settleFirst();
  expect(drain(queue)).toEqual([
    [2, 2],
    [2.5, 1],
    [3, 3],
  ]);
});
