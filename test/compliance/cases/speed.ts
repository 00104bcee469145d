import { equal, holds, near, same } from './check.ts';
import { skip } from './skip/handle.ts';
import type { Suite } from './suite.ts';
import { nextFrame, once, passed, until } from './tasks.ts';

const ROUNDING = 2;

/** The machine's own time, in ms since 1970, which a page only learns from elsewhere. */
export async function machineTime(): Promise<number> {
  const response = await fetch('/now');
  return Number(await response.text());
}

export const stopped: Suite = {
  name: 'A stopped clock',
  cases: {
    'shows one moment': async () => {
      const shown = Date.now();
      same(shown, Date.parse('2026-12-24T18:00:00Z'), 'what it was set to');
      const begin = await machineTime();
      while ((await machineTime()) < begin + 30);
      same(Date.now(), shown, 'Date.now');
      same(new Date().getTime(), shown, 'new Date');
      same(Date.parse(Date()), shown, 'Date()');
      const seconds = new Intl.DateTimeFormat('en', { timeStyle: 'medium', dateStyle: 'short' });
      same(seconds.format(), seconds.format(shown), 'Intl');
    },
    'leaves timers, frames and performance going': async () => {
      const now = performance.now();
      await passed(20);
      holds(performance.now() >= now + 18, 'performance.now');
      const [one, two] = [await nextFrame(), await nextFrame()];
      holds(two > one, 'frames');
      await once(AbortSignal.timeout(5), 'abort');
      let firings = 0;
      await new Promise<void>((resolve) => {
        const id = setInterval(() => {
          if (++firings < 3) return;
          clearInterval(id);
          resolve();
        }, 1);
      });
    },
    'moves by what is skipped': async () => {
      const shown = Date.now();
      let fired = false;
      setTimeout(() => {
        fired = true;
      }, 30_000);
      const skipped = await skip(60_000);
      same(fired, true, 'a timer fired');
      near(Date.now() - shown, skipped, 1, 'Date.now');
    },
  },
};

export const tenfold: Suite = {
  name: 'A clock at tenfold speed',
  cases: {
    'all clocks go ten times as fast': async () => {
      const [machine, date, now, stamp] = [
        await machineTime(),
        Date.now(),
        performance.now(),
        new Event('x').timeStamp,
      ];
      while ((await machineTime()) < machine + 400);
      const passedByDate = Date.now() - date;
      const passedByNow = performance.now() - now;
      const passedByEvents = new Event('x').timeStamp - stamp;
      const real = (await machineTime()) - machine;
      // Asking for the machine's time takes time itself, so this is no exact measure.
      for (const [what, ms] of Object.entries({ passedByDate, passedByNow, passedByEvents }))
        holds(ms > real * 5 && ms < real * 20, `${what}: ${ms} in ${real} real ms`);
    },
    'timers take a tenth of their time': async () => {
      const [machine, date] = [await machineTime(), Date.now()];
      await passed(5000);
      holds(Date.now() - date >= 4980, `${Date.now() - date} on the clock`);
      const real = (await machineTime()) - machine;
      holds(real >= 400, `${real} real ms`);
      const shown = Date.now() - date;
      holds(shown > real * 5 && shown < real * 20, `${shown} in ${real} real ms`);
    },
    'intervals go at that speed': async () => {
      const begin = performance.now();
      let firings = 0;
      await new Promise<void>((resolve) => {
        const id = setInterval(() => {
          if (++firings < 5) return;
          clearInterval(id);
          resolve();
        }, 500);
      });
      holds(performance.now() - begin >= 2450, `${performance.now() - begin} for five of 500`);
    },
    'signals and frames are on it': async () => {
      const begin = performance.now();
      await once(AbortSignal.timeout(1000), 'abort');
      holds(performance.now() - begin >= 980, `${performance.now() - begin}`);
      const frame = await nextFrame();
      // A frame begins before its callbacks, by up to some frames' time, which is tenfold here.
      near(frame, performance.now(), 20_000, 'timestamp');
      holds(frame <= performance.now() + ROUNDING * 10, 'not to come');
    },
    'it agrees with itself': () => {
      near(performance.timeOrigin + performance.now(), Date.now(), 10_000, 'timeOrigin and now');
    },
    'short timers come as well, whatever browsers round them to': async () => {
      for (const delay of [1, 5, 7, 15, 33, 41, 77]) {
        const begin = performance.now();
        await passed(delay);
        const took = performance.now() - begin;
        // A tenth of a ms of the machine's is a ms here.
        holds(took >= delay - ROUNDING * 10, `${delay} ms took ${took}`);
      }
    },
    'short intervals come as well': async () => {
      let firings = 0;
      const id = setInterval(() => {
        firings++;
      }, 15);
      await until(() => firings >= 5);
      clearInterval(id);
    },
    'timers keep their order': async () => {
      const order: number[] = [];
      for (const delay of [900, 300, 600, 0]) setTimeout(() => order.push(delay), delay);
      await passed(1200);
      equal(order, [0, 300, 600, 900], 'order');
    },
    'time can be skipped as well': async () => {
      const before = Date.now();
      let fired = false;
      setTimeout(() => {
        fired = true;
      }, 1_800_000);
      await skip(3_600_000);
      same(fired, true, 'fired');
      holds(Date.now() - before >= 3_600_000, 'on the clock');
    },
  },
};
