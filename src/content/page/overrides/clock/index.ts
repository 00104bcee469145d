import { timeFor } from '../../../../model/simulation.ts';
import { natives } from '../../natives.ts';
import { replaceMethod, replaceValue, undoAll } from '../../patches.ts';
import type { Override } from '../override.ts';
import { createDate } from './date.ts';
import { overrideIntl } from './intl.ts';
import { overrideTimers } from './timers.ts';

/** The two dials of time: when it is (Date, Intl), and how far time has passed (timers, performance.now). */
export const clock: Override = (simulation, dial) => {
  if (!simulation.visitor.clock) return null;
  const now = () => Math.floor(timeFor(simulation, natives.dateNow())) + Math.round(dial.skipped);
  const date = createDate(now);
  return undoAll([
    replaceValue(globalThis, 'Date', date),
    replaceValue(natives.Date.prototype, 'constructor', date),
    overrideIntl(now),
    overrideTimers(dial),
    replaceMethod(Performance.prototype, 'now', (native, self, args) => {
      const real: unknown = natives.apply(native, self, args);
      return typeof real === 'number' ? real + dial.skipped : real;
    }),
  ]);
};
