import { MOST_WATCHED, type PendingTimer } from '../../../model/watch/watched.ts';
import * as natives from '../natives.ts';
import type { Dial } from '../time/dial.ts';
import type { SiteCaller } from './watchLog.ts';

interface Known extends SiteCaller {
  /** ms of the dial. */
  due: number;
  /** ms; null for a timer that fires once. */
  readonly interval: number | null;
}

/** The timers of the site that have been set and not fired. Their handlers are not touched: time tells when they have. */
export class PendingTimers {
  readonly #dial: Dial;
  /** By their ids: pages clear timers often, and most of them are not known. */
  readonly #known = natives.ownMap<unknown, Known>();

  constructor(dial: Dial) {
    this.#dial = dial;
  }

  /** Notes a timer with the delay that the page has given. */
  add(id: number, delay: unknown, repeats: boolean, from: SiteCaller): void {
    const ms = typeof delay === 'number' && delay > 0 ? delay : 0;
    const due = this.#dial.elapsed() + ms;
    this.#known.set(id, {
      due,
      interval: repeats ? ms : null,
      by: from.by,
      isTrigger: from.isTrigger,
    });
  }

  remove(id: unknown): void {
    this.#known.delete(id);
  }

  /** Those that have to do with the widget first, then the soonest. */
  all(): readonly PendingTimer[] {
    const now = this.#dial.elapsed();
    for (const [id, timer] of this.#known) {
      if (timer.due >= now) continue;
      if (timer.interval === null) this.#known.delete(id);
      else timer.due = now + timer.interval - ((now - timer.due) % (timer.interval || 1));
    }
    return [...this.#known.values()]
      .filter(({ due }) => due >= now)
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
