import type { Timer } from './timer.ts';

/** The timers that are pending, linked to each other: no method that the page could replace is called. */
export class TimerList {
  #first: Timer | null = null;
  #last: Timer | null = null;

  has(timer: Timer): boolean {
    return timer.isPending;
  }

  add(timer: Timer): void {
    timer.isPending = true;
    timer.previous = this.#last;
    timer.next = null;
    if (this.#last) this.#last.next = timer;
    else this.#first = timer;
    this.#last = timer;
  }

  remove(timer: Timer): void {
    timer.isPending = false;
    if (timer.previous) timer.previous.next = timer.next;
    else this.#first = timer.next;
    if (timer.next) timer.next.previous = timer.previous;
    else this.#last = timer.previous;
  }

  /** Visits all that are pending, the one set first before the others; a visit may remove the one that it is at. */
  each(visit: (timer: Timer) => void): void {
    for (let timer = this.#first; timer; ) {
      const { next } = timer;
      visit(timer);
      timer = next;
    }
  }
}
