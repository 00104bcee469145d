import { parseInstant } from '../fields.ts';
import type { Problem } from '../problem.ts';
import { text } from '../text.ts';
import { isTimeZone, parseLocalTime } from '../timeZone.ts';

/** A year, in ms: no more can be skipped at once. */
export const LONGEST_SKIP = 31_536_000_000;

/** When it is for the visitor, and how fast time passes. */
export interface ClockOverride {
  /**
   * What the clock shows when the visitor is applied: a date and time in ISO 8601 with an offset, or
   * without one in the visitor's time zone, or ms since 1970. Null: the real time.
   */
  readonly at: string | null;
  /**
   * Seconds that pass in a real one, 0.1 to 1000; 1 if absent. 0 stops the clock on the wall, while
   * timers go on, so that the page stays alive.
   */
  readonly speed?: number;
  /** The IANA name of the visitor's time zone; the country's or the real one if absent. */
  readonly timeZone?: string;
}

/** The visitor's clock showed `shows` when it was really `at`; both in ms since 1970. */
export interface ClockReading {
  readonly shows: number;
  readonly at: number;
}

/** How many times as fast as real time the visitor's timers run: they go on while the clock stands still. */
export const timerRate = (clock: ClockOverride | undefined): number => clock?.speed || 1;

/** The time on the visitor's clock when it is really `now`; all in ms since 1970. */
export const visitorTime = (reading: ClockReading, speed: number, now: number): number =>
  reading.shows + (now - reading.at) * speed;

/** The instant that a clock is set to, in ms since 1970; null if its text names none. `timeZone` null is the real one. */
export function instantOf(at: string, timeZone: string | null): number | null {
  const written = at.trim();
  if (/^-?\d{1,16}$/.test(written)) {
    const epochMs = Number(written);
    return Number.isNaN(new Date(epochMs).getTime()) ? null : epochMs;
  }
  return parseInstant(written) ?? parseLocalTime(written, timeZone);
}

export const SLOWEST = 0.1;
export const FASTEST = 1000;

/** What is wrong with a clock; empty if it can be set. */
export function clockProblems({ at, speed, timeZone }: ClockOverride): readonly Problem[] {
  const problems: Problem[] = [];
  const isKnownZone = timeZone === undefined || isTimeZone(timeZone);
  if (!isKnownZone)
    problems.push({ path: 'clock.timeZone', text: text('problemTimeZone', timeZone) });
  if (at !== null && instantOf(at, isKnownZone ? (timeZone ?? null) : null) === null) {
    problems.push({ path: 'clock.at', text: text('problemNotAMoment') });
  }
  if (speed !== undefined && speed !== 0 && !(speed >= SLOWEST && speed <= FASTEST)) {
    problems.push({ path: 'clock.speed', text: text('problemSpeed', SLOWEST, FASTEST) });
  }
  return problems;
}
