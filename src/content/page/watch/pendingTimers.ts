import { MOST_WATCHED, type PendingTimer } from '../../../model/watch/watched.ts';
import type { Dial } from '../time/dial.ts';
import type { SiteCaller } from './watchLog.ts';

interface Known extends SiteCaller {
  readonly id: number;
  /** ms of the dial. */
  due: number;
  /** ms; null for a timer that fires once. */
  readonly interval: number | null;
}

/** The timers of the site that have been set and not fired. Their handlers are not touched: time tells when they have. */
export class PendingTimers {
  readonly #dial: Dial;
  #known: Known[] = [];

  constructor(dial: Dial) {
    this.#dial = dial;
  }

  /** Notes a timer with the delay that the page has given. */
  add(id: number, delay: unknown, repeats: boolean, from: SiteCaller): void {
    const ms = typeof delay === 'number' && delay > 0 ? delay : 0;
    const due = this.#dial.elapsed() + ms;
    this.#known[this.#known.length] = {
      id,
      due,
      interval: repeats ? ms : null,
      by: from.by,
      isTrigger: from.isTrigger,
    };
  }

  remove(id: unknown): void {
    this.#known = this.#known.filter((timer) => timer.id !== id);
  }

  /** Those that have to do with the widget first, then the soonest. */
  all(): readonly PendingTimer[] {
    const now = this.#dial.elapsed();
    for (const timer of this.#known) {
      if (timer.interval !== null && timer.due < now)
        timer.due = now + timer.interval - ((now - timer.due) % (timer.interval || 1));
    }
    this.#known = this.#known.filter(({ due }) => due >= now);
    return this.#known
      .map(({ due, interval, by, isTrigger }) => ({
        dueIn: due - now,
        repeats: interval !== null,
        by,
        isTrigger,
      }))
      .sort(
        (one, other) => Number(other.isTrigger) - Number(one.isTrigger) || one.dueIn - other.dueIn,
      )
      .slice(0, MOST_WATCHED);
  }
}
