import type { PageSimulation } from '../../../../model/simulation.ts';
import { type OffsetAt, offsetsOf } from '../../../../model/timeZone.ts';
import { visitorTime } from '../../../../model/visitor/clock.ts';
import { timeZoneOf } from '../../../../model/visitor/visitor.ts';
import * as natives from '../../natives.ts';
import type { Dial } from '../../time/dial.ts';

/** What of a simulation makes its clock. */
export type ClockSource = Pick<PageSimulation, 'visitor' | 'clockReading'>;

/** When it is for the visitor. */
export interface WallClock {
  /** Whole ms since 1970. */
  readonly now: () => number;
  /** The time on this clock at a real one before anything was skipped, both in ms since 1970. */
  readonly at: (real: number) => number;
  /** The IANA name of the time zone, and its offsets; null for the real one. */
  readonly zone: { readonly name: string; readonly offsetAt: OffsetAt } | null;
}

/** The wall clock of a simulation: its own time, and what has been skipped on the dial; null if it is real. */
export function wallClockOf({ visitor, clockReading }: ClockSource, dial: Dial): WallClock | null {
  const name = timeZoneOf(visitor);
  if (!visitor.clock && name === null) return null;
  const speed = visitor.clock?.speed ?? 1;
  const reading = clockReading ?? { shows: 0, at: 0 };
  const at = (real: number) => visitorTime(reading, speed, real);
  const offset = Math.round(reading.shows - reading.at);
  const dateNow = natives.dateNow;
  return {
    at,
    now:
      speed === 1
        ? () => dateNow() + offset + dial.wholeSkipped
        : () => Math.floor(at(dateNow())) + dial.wholeSkipped,
    zone: name === null ? null : { name, offsetAt: offsetsOf(name) },
  };
}
