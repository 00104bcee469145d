import type { ClockReading } from '../../model/visitor/clock.ts';
import { openerOfNewTab } from '../opener.ts';
import * as natives from './natives.ts';

/**
 * What the clock of another window shows, with all that has been skipped there. Null if that window is of
 * another origin.
 */
function clockOf(maker: Window): ClockReading | null {
  try {
    const clock: unknown = Reflect.get(maker, 'Date');
    const shows: unknown =
      typeof clock === 'function' ? Reflect.get(clock, 'now').call(clock) : null;
    return typeof shows === 'number' && shows - shows === 0
      ? { shows, at: natives.dateNow() }
      : null;
  } catch {
    return null;
  }
}

/** What the clock of the page around a frame shows; null in a page that is no frame. */
export const parentClock = (): ClockReading | null =>
  window === window.parent ? null : clockOf(window.parent);

/** The same for a frame, and for the first document of a tab what its opener's clock shows; null if there is none. */
export function makerClock(): ClockReading | null {
  const maker = window === window.parent ? openerOfNewTab() : window.parent;
  return maker && clockOf(maker);
}
