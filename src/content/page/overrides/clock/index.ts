import { type Undo, undoAll } from '../../patches.ts';
import type { Dial } from '../../time/dial.ts';
import { overrideDate } from './date.ts';
import { overrideDeadlines } from './deadlines.ts';
import { overrideIntl } from './intl.ts';
import { overrideLastModified } from './lastModified.ts';
import { overrideTemporal } from './temporal.ts';
import { overrideTimers } from './timers.ts';
import { overrideTimestamps } from './timestamps.ts';
import { type ClockSource, wallClockOf } from './wallClock.ts';

/** The two dials of time: when it is (Date, Intl, Temporal), and how far time has passed (timers, timestamps). */
export const clock = (simulation: ClockSource, dial: Dial): Undo | null => {
  const wall = wallClockOf(simulation, dial);
  if (!wall) return null;
  const when = [
    overrideDate(wall),
    overrideIntl(wall),
    overrideTemporal(wall),
    overrideLastModified(wall),
  ];
  const { clock: set } = simulation.visitor;
  if (!set) return undoAll(when);
  dial.setRate(set.speed || 1);
  return undoAll([
    ...when,
    overrideTimers(dial),
    overrideTimestamps(dial, wall),
    overrideDeadlines(dial),
    () => dial.setRate(1),
  ]);
};
