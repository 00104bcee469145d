import { equal, holds, same } from '../check.ts';
import type { Suite } from '../suite.ts';
import { otherTask, passed, until } from '../tasks.ts';

/** Keeps the page busy, so that timers fall due together. */
function busy(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

/** https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#run-steps-after-a-timeout */
export const timerOrder: Suite = {
  name: 'Order of timers',
  cases: {
    'of the same delay, in the order they were set': async () => {
      const order: number[] = [];
      for (let index = 0; index < 50; index++) setTimeout(() => order.push(index), 5);
      await passed(5);
      await until(() => order.length === 50);
      equal(order, [...order.keys()], 'order');
    },
    'of different delays, the sooner first': async () => {
      const order: number[] = [];
      for (const delay of [60, 20, 40, 0, 80]) setTimeout(() => order.push(delay), delay);
      await until(() => order.length === 5);
      equal(order, [0, 20, 40, 60, 80], 'order');
    },
    'of different delays that fall due together, the sooner first': async () => {
      const order: number[] = [];
      for (const delay of [40, 10, 30, 20]) setTimeout(() => order.push(delay), delay);
      busy(60);
      await until(() => order.length === 4);
      equal(order, [10, 20, 30, 40], 'order');
    },
    'never at once, nor before what is running has ended': async () => {
      let fired = false;
      setTimeout(() => {
        fired = true;
      });
      busy(10);
      same(fired, false, 'in the same task');
      await Promise.resolve();
      same(fired, false, 'in a promise job');
      await until(() => fired);
    },
    'never before its time': async () => {
      for (const delay of [1, 5, 20, 33.7]) {
        const begin = performance.now();
        await passed(delay);
        const took = performance.now() - begin;
        // Browsers round both delays and clocks.
        holds(took >= Math.floor(delay) - 2, `${delay} ms took ${took}`);
      }
    },
    'promise jobs are settled before the next timer': async () => {
      const order: string[] = [];
      for (const name of ['a', 'b', 'c'])
        setTimeout(async () => {
          order.push(name);
          await null;
          order.push(`${name}1`);
          await new Promise<void>((resolve) => queueMicrotask(resolve));
          order.push(`${name}2`);
        });
      busy(5);
      await until(() => order.length === 9);
      equal(order, ['a', 'a1', 'a2', 'b', 'b1', 'b2', 'c', 'c1', 'c2'], 'order');
    },
    'promise jobs come first, then messages or timers': async () => {
      const order: string[] = [];
      setTimeout(() => order.push('timer'));
      void otherTask().then(() => order.push('message'));
      queueMicrotask(() => order.push('microtask'));
      void Promise.resolve().then(() => order.push('promise'));
      await until(() => order.length === 4);
      equal(order.slice(0, 2), ['microtask', 'promise'], 'the first two');
    },
    'a chain of zero delays is slowed down to 4 ms each after five': async () => {
      const chain = 30;
      let links = 0;
      let linksAtTimer = -1;
      // 25 slowed links take 100 ms: a timer of 60 ms comes before the chain has ended.
      setTimeout(() => {
        linksAtTimer = links;
      }, 60);
      await new Promise<void>((resolve) => {
        const next = (): void => {
          links++;
          if (links === chain) resolve();
          else setTimeout(next, 0);
        };
        setTimeout(next, 0);
      });
      holds(linksAtTimer >= 0 && linksAtTimer < chain, `${linksAtTimer} links before 60 ms`);
    },
    'an interval of zero is slowed down as well': async () => {
      let firings = 0;
      const id = setInterval(() => {
        firings++;
      }, 0);
      let atTimer = -1;
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          atTimer = firings;
          resolve();
        }, 100);
      });
      clearInterval(id);
      holds(atTimer <= 35, `${atTimer} firings in 100 ms`);
    },
    'a message loop does not starve timers': async () => {
      let fired = false;
      setTimeout(() => {
        fired = true;
      }, 5);
      await until(() => fired);
    },
    'an interval goes on, in its rhythm': async () => {
      const times: number[] = [];
      await new Promise<void>((resolve) => {
        const id = setInterval(() => {
          times.push(performance.now());
          if (times.length < 5) return;
          clearInterval(id);
          resolve();
        }, 20);
      });
      const [first = 0] = times;
      holds((times.at(-1) ?? 0) - first >= 4 * 20 - 25, `${times.join()} are 20 ms apart`);
    },
    'an interval and timeouts take turns': async () => {
      const order: string[] = [];
      const id = setInterval(() => order.push('interval'), 100);
      setTimeout(() => order.push('50'), 50);
      setTimeout(() => order.push('150'), 150);
      await until(() => order.includes('150'));
      clearInterval(id);
      equal(order.slice(0, 3), ['50', 'interval', '150'], 'order');
    },
    'a timer that is set in a callback comes after those that are due already': async () => {
      const order: string[] = [];
      setTimeout(() => {
        order.push('a');
        setTimeout(() => order.push('nested'), 0);
      }, 5);
      setTimeout(() => order.push('b'), 5);
      busy(10);
      await until(() => order.length === 3);
      equal(order, ['a', 'b', 'nested'], 'order');
    },
    'there is no current event in a callback': async () => {
      const seen = await new Promise<unknown>((resolve) => {
        // What Window still has, though it should not be used: https://dom.spec.whatwg.org/#dom-window-event
        setTimeout(() => resolve(Reflect.get(window, 'event')));
      });
      same(seen, undefined, 'window.event');
      const inInterval = await new Promise<unknown>((resolve) => {
        const id = setInterval(() => {
          clearInterval(id);
          resolve(Reflect.get(window, 'event'));
        }, 1);
      });
      same(inInterval, undefined, 'window.event in an interval');
    },
    'a callback has no script': async () => {
      const script = await new Promise<unknown>((resolve) => {
        setTimeout(() => resolve(document.currentScript));
      });
      same(script, null, 'currentScript');
    },
  },
};
