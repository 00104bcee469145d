import type { Watched } from './watched.ts';

/** What was watched as it is at a later moment, in ms since 1970 of real time; timers run at `rate` times real time. */
export function atMoment(watched: Watched, now: number, rate: number): Watched {
  const passed = Math.max(0, now - watched.at) * rate;
  const timers = watched.timers
    .map((timer) => ({ ...timer, dueIn: timer.dueIn - passed }))
    .filter(({ dueIn }) => dueIn > 0);
  return { ...watched, at: now, timers };
}
