import type { IdTable } from './idTable.ts';
import type { Timer } from './timer.ts';

const isBefore = (one: Timer, other: Timer): boolean =>
  one.due < other.due || (one.due === other.due && one.order < other.order);

/** Timers by what is due first, and of those due together by what was set first: a binary heap. */
export class DueQueue {
  readonly #heap: Timer[] = [];

  constructor(timers: IdTable<Timer>) {
    timers.each((timer) => {
      this.#heap[this.#heap.length] = timer;
    });
    for (let index = this.#heap.length >> 1; index-- > 0; ) this.#sink(index);
  }

  get first(): Timer | undefined {
    return this.#heap[0];
  }

  add(timer: Timer): void {
    const heap = this.#heap;
    let index = heap.length;
    for (let parent = (index - 1) >> 1; index > 0; parent = (index - 1) >> 1) {
      const above = heap[parent];
      if (!above || !isBefore(timer, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = timer;
  }

  removeFirst(): void {
    const last = this.#heap[this.#heap.length - 1];
    this.#heap.length--;
    if (!last || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink(0);
  }

  /** Puts the first in its place again after it has become due later. */
  settleFirst(): void {
    this.#sink(0);
  }

  #sink(start: number): void {
    const heap = this.#heap;
    const timer = heap[start];
    if (!timer) return;
    let index = start;
    for (let child = 2 * index + 1; child < heap.length; child = 2 * index + 1) {
      let smaller = heap[child];
      const right = heap[child + 1];
      if (right && smaller && isBefore(right, smaller)) {
        smaller = right;
        child++;
      }
      if (!smaller || !isBefore(smaller, timer)) break;
      heap[index] = smaller;
      index = child;
    }
    heap[index] = timer;
  }
}
