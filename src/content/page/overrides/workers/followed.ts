import * as natives from '../../natives.ts';
import type { Dial } from '../../time/dial.ts';
import { type ClockSource, wallClockOf } from '../clock/wallClock.ts';

/** The clock of a simulation, to be read for workers whenever one is made; null if it is real. */
export function followedClock(simulation: ClockSource, dial: Dial): (() => ClockSource) | null {
  const wall = wallClockOf(simulation, dial);
  if (!wall) return null;
  const { clock, country } = simulation.visitor;
  // Of the country a worker needs to know the time zone.
  const visitor = { ...(clock && { clock }), ...(country && { country }) };
  return () => ({ visitor, clockReading: { shows: wall.now(), at: natives.dateNow() } });
}
