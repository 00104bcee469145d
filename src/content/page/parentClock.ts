import type { ClockReading } from '../../model/visitor/clock.ts';
import * as natives from './natives.ts';

/**
 * What the clock of the window around this one shows: a frame without an address of its own goes on from
 * there, with all that has been skipped. Null if that window is of another origin, or if there is none.
 */
export function parentClock(): ClockReading | null {
  if (window === window.parent) return null;
  try {
    const clock: unknown = Reflect.get(window.parent, 'Date');
    const shows: unknown =
      typeof clock === 'function' ? Reflect.get(clock, 'now').call(clock) : null;
    return typeof shows === 'number' && shows - shows === 0
      ? { shows, at: natives.dateNow() }
      : null;
  } catch {
    return null;
  }
}
