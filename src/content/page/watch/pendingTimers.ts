import { MOST_WATCHED, type PendingTimer } from '../../../model/watch/watched.ts';
import * as natives from '../natives.ts';
import type { Dial } from '../time/dial.ts';
import type { SiteCaller } from './watchLog.ts';

interface Known extends SiteCaller {
  /** ms of the dial. */
  due: number;
  /** ms. */
  readonly delay: number;
  readonly repeats: boolean;
}

/** The ms that a browser waits for a delay as it is given. What an object is as a number, only code of the page can tell. */
function msOf(delay: unknown): number {
  const isObject = (typeof delay === 'object' && delay !== null) || typeof delay === 'function';
  const ms = isObject ? 0 : natives.toLong(delay);
  return ms > 0 ? ms : 0;
}

/** The timers of the site that have been set and not fired. Their handlers are not touched: time tells when they have. */
export class PendingTimers {
  readonly #dial: Pick<Dial, 'elapsed'>;
  /** By their ids: pages clear timers often, and most of them are not known. */
  readonly #known = natives.ownMap<unknown, Known>();

  constructor(dial: Pick<Dial, 'elapsed'>) {
    this.#dial = dial;
  }

  /** Notes a timer with the delay that the page has given. */
  add(id: number, delay: unknown, repeats: boolean, from: SiteCaller): void {
    const ms = msOf(delay);
    this.#known.set(id, {
      due: this.#dial.elapsed() + ms,
      delay: ms,
      repeats,
      by: from.by,
      isTrigger: from.isTrigger,
    });
  }

  remove(id: unknown): void {
    this.#known.delete(id);
  }

  /** Those of code that has to do with the widget first, as far as is known now, then the soonest. */
  all(isOfTrigger: (from: SiteCaller) => boolean): readonly PendingTimer[] {
    const now = this.#dial.elapsed();
    for (const [id, timer] of this.#known) {
      if (timer.due >= now) continue;
      if (!timer.repeats) this.#known.delete(id);
      else timer.due = now + timer.delay - ((now - timer.due) % (timer.delay || 1));
    }
    return [...this.#known.values()]
      .filter(({ due }) => due >= now)
      .map((timer) => ({
        dueIn: timer.due - now,
        delay: timer.delay,
        repeats: timer.repeats,
        by: timer.by,
        isTrigger: isOfTrigger(timer),
      }))
      .sort(
        (one, other) => Number(other.isTrigger) - Number(one.isTrigger) || one.dueIn - other.dueIn,
      )
      .slice(0, MOST_WATCHED);
  }
}
