import { equal, holds, near, property, same } from '../check.ts';
import { inFrame } from '../frames.ts';
import type { Suite } from '../suite.ts';
import { passed, until } from '../tasks.ts';
import { skip, skipToNextTimer } from './handle.ts';

/** How late a callback can see itself on a busy machine, in ms: time goes on while others run. */
const LATE = 5000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const skipOrder: Suite = {
  name: 'What falls due in a skip',
  cases: {
    'fires in the order of its dues': async () => {
      const order: number[] = [];
      for (const due of [30, 10, 50, 20, 40]) setTimeout(() => order.push(due), due * 1000);
      await skip(MINUTE);
      equal(order, [10, 20, 30, 40, 50], 'order');
    },
    'fires in the order it was set, for one due': async () => {
      const order: number[] = [];
      const start = performance.now();
      for (let index = 0; index < 100; index++) setTimeout(() => order.push(index), 5000);
      holds(performance.now() - start < 5000, 'all were set in time');
      await skip(10_000);
      equal(order, [...order.keys()], 'order');
      same(order.length, 100, 'count');
    },
    'does not fire before its time': async () => {
      let fired = 0;
      const ids = [2, 3].map((minutes) =>
        setTimeout(() => {
          fired++;
        }, minutes * MINUTE),
      );
      await skip(MINUTE);
      same(fired, 0, 'after one minute');
      await skip(MINUTE + 30_000);
      same(fired, 1, 'after two and a half');
      for (const id of ids) clearTimeout(id);
    },
    'sees its own time': async () => {
      const seen: (readonly [due: number, date: number, now: number])[] = [];
      const [date, now] = [Date.now(), performance.now()];
      for (const due of [10_000, 20_000, 30_000])
        setTimeout(() => seen.push([due, Date.now() - date, performance.now() - now]), due);
      await skip(MINUTE);
      same(seen.length, 3, 'fired');
      for (const [due, byDate, byNow] of seen) {
        holds(byDate >= due - 1 && byDate <= due + LATE, `Date: ${byDate} at ${due}`);
        holds(byNow >= due - 2 && byNow <= due + LATE, `performance: ${byNow} at ${due}`);
      }
    },
    'settles promise jobs before the next, however many hops': async () => {
      const order: string[] = [];
      for (const name of ['a', 'b', 'c'])
        setTimeout(async () => {
          for (let hop = 0; hop < 20; hop++) await null;
          await Promise.resolve().then(
            () => new Promise<void>((resolve) => queueMicrotask(resolve)),
          );
          order.push(name, `${name} settled`);
        }, 1000);
      setTimeout(() => order.push('d'), 1001);
      await skip(2000);
      equal(order, ['a', 'a settled', 'b', 'b settled', 'c', 'c settled', 'd'], 'order');
    },
    'includes timers that are set on the way, each at its time': async () => {
      const begin = Date.now();
      const times: number[] = [];
      const next = (): void => {
        times.push(Date.now() - begin);
        if (times.length < 10) setTimeout(next, 1000);
      };
      setTimeout(next, 1000);
      await skip(10 * 1000 + LATE * 2);
      same(times.length, 10, 'fired');
      times.forEach((time, index) => {
        holds(time >= (index + 1) * 1000 - 1, `${time} >= ${(index + 1) * 1000}`);
      });
    },
    'includes timers that are set in promise jobs on the way': async () => {
      const order: string[] = [];
      setTimeout(async () => {
        await null;
        await null;
        setTimeout(() => order.push('nested'), 1000);
      }, 1000);
      setTimeout(() => order.push('later'), 30_000);
      await skip(MINUTE);
      equal(order, ['nested', 'later'], 'order');
    },
    'fires intervals at each due': async () => {
      const begin = performance.now();
      const times: number[] = [];
      const id = setInterval(() => times.push(performance.now() - begin), 1000);
      await skip(100_500);
      clearInterval(id);
      holds(times.length >= 100 && times.length <= 105, `${times.length} firings`);
      times.forEach((time, index) => {
        holds(time >= (index + 1) * 1000 - 2, `${index + 1}: ${time}`);
        holds(time <= (index + 1) * 1000 + LATE, `${index + 1}: ${time}`);
      });
    },
    'fires intervals and timeouts in turn': async () => {
      const order: string[] = [];
      const id = setInterval(() => order.push('i'), 10_000);
      setTimeout(() => order.push('15'), 15_000);
      setTimeout(() => order.push('25'), 25_000);
      await skip(35_000);
      clearInterval(id);
      equal(order, ['i', '15', 'i', '25', 'i'], 'order');
    },
    'slows a chain of zero delays down to 4 ms each': async () => {
      let links = 0;
      let id = 0;
      const next = (): void => {
        links++;
        id = window.setTimeout(next, 0);
      };
      next();
      await skip(MINUTE);
      clearTimeout(id);
      // A chain of 4 ms has 15,000 links in a minute; less, if the callbacks themselves take long.
      holds(links > 5000 && links < 15_100, `${links} links in a minute`);
    },
    'slows an interval of zero down as well': async () => {
      let firings = 0;
      const id = setInterval(() => {
        firings++;
      }, 0);
      await skip(MINUTE);
      clearInterval(id);
      holds(firings > 5000 && firings < 15_100, `${firings} firings in a minute`);
    },
    'does not fire what is cleared on the way': async () => {
      const order: string[] = [];
      const interval = setInterval(() => order.push('interval'), 3000);
      setTimeout(() => {
        order.push('first');
        clearTimeout(second);
        clearInterval(interval);
      }, 7000);
      const second = setTimeout(() => order.push('second'), 8000);
      await skip(MINUTE);
      equal(order, ['interval', 'interval', 'first'], 'order');
    },
    'does not fire the later of two that are due at once if the earlier clears it': async () => {
      let fired = false;
      setTimeout(() => clearTimeout(other), 1000);
      const other = setTimeout(() => {
        fired = true;
      }, 1000);
      await skip(2000);
      same(fired, false, 'fired');
    },
    'an interval clears itself': async () => {
      let firings = 0;
      const id = setInterval(() => {
        if (++firings === 3) clearInterval(id);
      }, 1000);
      await skip(HOUR);
      same(firings, 3, 'firings');
    },
    'runs texts': async () => {
      Reflect.set(window, 'skipText', 0);
      setTimeout('skipText += 1', 5000);
      const id = setInterval('skipText += 10', 10_000);
      await skip(25_000);
      clearInterval(id);
      await until(() => Number(property(window, 'skipText')) >= 21);
      same(property(window, 'skipText'), 21, 'what the texts did');
    },
    'gives this and arguments as a timer does': async () => {
      const seen: unknown[] = [];
      window.setTimeout(
        function (this: unknown, ...args: readonly unknown[]) {
          seen.push(this, ...args);
        },
        1000,
        'a',
        2,
      );
      await skip(2000);
      equal(seen.slice(1), ['a', 2], 'arguments');
      same(seen[0], window, 'this');
    },
    'there is no current event, script or stack of ours in a callback': async () => {
      const seen: unknown[] = [];
      setTimeout(() => seen.push(Reflect.get(window, 'event'), document.currentScript), 1000);
      const id = setInterval(() => seen.push(Reflect.get(window, 'event')), 900);
      await skip(2000);
      clearInterval(id);
      same(seen.length, 4, 'seen');
      for (const value of seen) holds(value === undefined || value === null, String(value));
      same(seen[1], undefined, 'window.event');
    },
    'goes with clones of functions of other realms': () =>
      inFrame(async (frame) => {
        Reflect.apply(setTimeout, window, [
          new frame.Function('parent.skippedForeign = true'),
          1000,
        ]);
        await skip(2000);
        same(property(window, 'skippedForeign'), true, 'called');
      }),
    'a delay of the longest kind': async () => {
      let fired = false;
      setTimeout(
        () => {
          fired = true;
        },
        2 ** 31 - 1,
      );
      await skip(2 ** 31 - 1 - 10_000);
      same(fired, false, 'before');
      await skip(20_000);
      same(fired, true, 'after');
    },
    'to the next timer goes as far as that': async () => {
      let fired = false;
      setTimeout(() => {
        fired = true;
      }, 100_000);
      const before = Date.now();
      const skipped = await skipToNextTimer();
      same(fired, true, 'fired');
      near(skipped, 100_000, LATE, 'skipped');
      near(Date.now() - before, 100_000, LATE, 'on the clock');
    },
    'what is not yet due fires by itself after the rest of its time': async () => {
      let fired = 0;
      setTimeout(() => {
        fired++;
      }, 60_050);
      const id = setInterval(() => {
        fired++;
      }, 60_030);
      await skip(MINUTE);
      await passed(40);
      await until(() => fired === 2);
      clearInterval(id);
    },
    'an interval keeps its rhythm after a skip': async () => {
      let firings = 0;
      const id = setInterval(() => {
        firings++;
      }, 20);
      await skip(1010);
      const inSkip = firings;
      holds(inSkip >= 45, `${inSkip} firings in the skip`);
      await until(() => firings >= inSkip + 3);
      clearInterval(id);
      const then = firings;
      await passed(80);
      same(firings, then, 'firings once cleared');
    },
    'ids stay good': async () => {
      let fired = 0;
      const before = window.setTimeout(() => {
        fired++;
      }, 100_000);
      await skip(MINUTE);
      const after = window.setTimeout(() => {
        fired++;
      }, 100_000);
      holds(after > before, `${after} > ${before}`);
      clearTimeout(before);
      clearTimeout(after);
      await skip(10 * MINUTE);
      same(fired, 0, 'fired');
    },
    'timers of an hour, many of them': async () => {
      let timeouts = 0;
      let firings = 0;
      const start = performance.now();
      for (let index = 0; index < 1000; index++)
        setTimeout(
          () => {
            timeouts++;
          },
          (index * 3571) % HOUR,
        );
      const ids = Array.from({ length: 10 }, () =>
        setInterval(() => {
          firings++;
        }, 1000),
      );
      const lag = performance.now() - start;
      await skip(HOUR);
      for (const id of ids) clearInterval(id);
      same(timeouts, 1000, 'timeouts');
      holds(firings >= 36_000 && firings <= 36_000 + lag / 50 + 100, `${firings} firings`);
    },
  },
};
