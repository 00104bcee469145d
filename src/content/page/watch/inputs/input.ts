import type { Undo } from '../../patches.ts';
import type { PendingTimers } from '../pendingTimers.ts';
import type { WatchLog } from '../watchLog.ts';

/** One input of triggers: notes in the log who uses it, without a difference to the page, and gives the way back. */
export type Input = (log: WatchLog, timers: PendingTimers) => Undo;
