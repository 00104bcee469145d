import { abortTimeout } from './abort.ts';
import { animationFrames } from './animationFrames.ts';
import { dateConstructor } from './date/construct.ts';
import { datePrototype } from './date/prototype.ts';
import { dateStatics } from './date/statics.ts';
import { dateSubclass } from './date/subclass.ts';
import { eventTimes, lastModified } from './events.ts';
import { idleCallbacks } from './idle.ts';
import { intl } from './intl.ts';
import { look } from './look.ts';
import { performanceClock, userTiming } from './performance.ts';
import { realms } from './realms.ts';
import { schedulerTasks } from './scheduler.ts';
import { skipClocks } from './skip/clocks.ts';
import { skipManners } from './skip/goodManners.ts';
import { skipOrder } from './skip/order.ts';
import { stopped, tenfold } from './speed.ts';
import type { Suite } from './suite.ts';
import { temporalSuite } from './temporal.ts';
import { timerArguments } from './timers/arguments.ts';
import { timerErrors } from './timers/errors.ts';
import { timerIds } from './timers/ids.ts';
import { timerOrder } from './timers/order.ts';
import { timeZone } from './timeZone.ts';
import { fastWorkers, workers, workersAfterSkip } from './workers.ts';

/** What every page must do, simulated or not. */
export const suites: readonly Suite[] = [
  look,
  dateConstructor,
  dateSubclass,
  dateStatics,
  datePrototype,
  intl,
  temporalSuite,
  timerArguments,
  timerIds,
  timerOrder,
  timerErrors,
  animationFrames,
  idleCallbacks,
  performanceClock,
  userTiming,
  eventTimes,
  lastModified,
  abortTimeout,
  schedulerTasks,
  realms,
  workers,
  timeZone,
];

/** What only a page can do whose time can be skipped. */
export const skipSuites: readonly Suite[] = [skipOrder, skipClocks, skipManners, workersAfterSkip];

/** What only a clock can do that was stopped, or is fast. */
export const stoppedSuites: readonly Suite[] = [stopped];
export const tenfoldSuites: readonly Suite[] = [tenfold, fastWorkers];

export const allSuites: readonly Suite[] = [
  ...suites,
  ...skipSuites,
  ...stoppedSuites,
  ...tenfoldSuites,
];
