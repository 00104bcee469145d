import { type Undo, undoAll } from '../../patches.ts';
import type { PendingTimers } from '../pendingTimers.ts';
import type { WatchLog } from '../watchLog.ts';
import { clock } from './clock.ts';
import { cookies } from './cookies.ts';
import { geolocation } from './geolocation.ts';
import { handlerProperties } from './handlerProperties.ts';
import type { Input } from './input.ts';
import { listeners } from './listeners.ts';
import { locationServices } from './locationServices.ts';
import { referrer } from './referrer.ts';
import { storage } from './storage.ts';
import { timers } from './timers.ts';
import { visibility } from './visibility.ts';

/** The inputs that are watched. A new one is its file and a line here. */
const inputs: readonly Input[] = [
  clock,
  timers,
  referrer,
  geolocation,
  locationServices,
  cookies,
  storage,
  listeners,
  handlerProperties,
  visibility,
];

export const watchInputs = (log: WatchLog, timers: PendingTimers): Undo =>
  undoAll(inputs.map((watch) => watch(log, timers)));
