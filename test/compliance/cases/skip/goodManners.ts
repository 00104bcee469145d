import { equal, holds, near, same } from '../check.ts';
import type { Suite } from '../suite.ts';
import { once, passed } from '../tasks.ts';
import { skip } from './handle.ts';

const HOUR = 3_600_000;
const A_WHILE = 20_000;

/** Keeps the page busy in a callback, as a page's own code may. */
function busy(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

export const skipManners: Suite = {
  name: 'The page during a skip',
  cases: {
    'hears of errors as of those in timers, and the skip goes on': async () => {
      const heard: unknown[] = [];
      const script = document.querySelector('script')?.src;
      window.onerror = (message, file, line, _column, error) => {
        heard.push(error);
        holds(String(message).includes('mine'), String(message));
        heard.push(file === script, typeof line === 'number' && line > 0);
        return true;
      };
      const errors = [new RangeError('mine 1'), new TypeError('mine 2')];
      const order: string[] = [];
      errors.forEach((error, index) => {
        setTimeout(
          () => {
            throw error;
          },
          (index + 1) * 1000,
        );
      });
      setTimeout(() => order.push('after'), 5000);
      const skipped = await skip(HOUR);
      window.onerror = null;
      equal(order, ['after'], 'what came after');
      same(heard.length, 6, 'heard');
      same(heard[0], errors[0], 'first');
      same(heard[3], errors[1], 'second');
      equal(
        heard.filter((value) => typeof value === 'boolean'),
        [true, true, true, true],
        'places',
      );
      near(skipped, HOUR, 1, 'skipped');
    },
    'hears of promises that callbacks leave rejected': async () => {
      const error = new Error('mine');
      const event = once(window, 'unhandledrejection');
      setTimeout(async () => {
        await null;
        throw error;
      }, 1000);
      await skip(2000);
      const rejection = await event;
      rejection.preventDefault();
      same(rejection instanceof PromiseRejectionEvent && rejection.reason, error, 'reason');
    },
    'an interval that throws goes on': async () => {
      let firings = 0;
      const quiet = (event: Event) => event.preventDefault();
      window.addEventListener('error', quiet);
      const id = setInterval(() => {
        firings++;
        throw new Error('mine');
      }, 1000);
      await skip(10_500);
      clearInterval(id);
      window.removeEventListener('error', quiet);
      holds(firings >= 10, `${firings} firings`);
    },
    'other tasks get their turn between callbacks': async () => {
      const { port1, port2 } = new MessageChannel();
      let tasks = 0;
      port1.onmessage = () => {
        tasks++;
        port2.postMessage(null);
      };
      port2.postMessage(null);
      // 600 ms of callbacks: with no task of ours above 50 ms others come at least a dozen times.
      for (let index = 0; index < 300; index++) setTimeout(() => busy(2), 1000 + index * 100);
      await skip(HOUR);
      port1.close();
      holds(tasks >= 8, `${tasks} other tasks in 600 ms of callbacks`);
    },
    'code that waits by looking at the clock comes to its end': async () => {
      let done = 0;
      setTimeout(() => {
        busy(5);
        done++;
      }, 1000);
      setTimeout(() => {
        for (const end = Date.now() + 5; Date.now() < end; );
        done++;
      }, 2000);
      await skip(HOUR);
      same(done, 2, 'done');
    },
    'two skips at once are both done': async () => {
      const before = Date.now();
      let fired = 0;
      const id = setInterval(() => {
        fired++;
      }, 60_000);
      const skipped = await Promise.all([skip(HOUR), skip(HOUR)]);
      clearInterval(id);
      const [one, other] = skipped;
      near(Date.now() - before, one + other, A_WHILE, 'on the clock');
      near(one + other, 2 * HOUR, A_WHILE, `skipped ${skipped.join()}`);
      near(fired, (one + other) / 60_000, 2, 'firings');
    },
    'a callback can ask for a skip': async () => {
      const begin = Date.now();
      let inner: Promise<number> | undefined;
      setTimeout(() => {
        inner = skip(HOUR);
      }, 1000);
      const outer = await skip(10_000);
      const nested = (await inner) ?? 0;
      near(Date.now() - begin, outer + nested, A_WHILE, `skipped ${outer} and ${nested}`);
    },
    'timers that are set after it take their time': async () => {
      await skip(HOUR);
      const begin = performance.now();
      await passed(20);
      holds(performance.now() - begin >= 18, `${performance.now() - begin}`);
      let fired = false;
      const id = setTimeout(() => {
        fired = true;
      }, 600_000);
      await passed(30);
      clearTimeout(id);
      same(fired, false, 'a long one');
    },
    'a skip over nothing is just time': async () => {
      near(await skip(HOUR), HOUR, 1, 'skipped');
      near(await skip(0), 0, 1, 'nothing');
      near(await skip(0.5), 0.5, 1, 'half a ms');
    },
    'events that are dispatched meanwhile have their own current event': async () => {
      const seen: string[] = [];
      setTimeout(() => {
        document.addEventListener(
          'mine',
          () => {
            const current: unknown = Reflect.get(window, 'event');
            seen.push(current instanceof Event ? current.type : String(current));
          },
          { once: true },
        );
        document.dispatchEvent(new Event('mine'));
        seen.push(String(Reflect.get(window, 'event')));
      }, 1000);
      await skip(2000);
      equal(seen, ['mine', 'undefined'], 'window.event');
    },
    'a page that has replaced what it can is skipped all the same': async () => {
      const order: string[] = [];
      setTimeout(() => order.push('1'), 1000);
      setTimeout(() => order.push('2'), 2000);
      const refuse = () => {
        throw new Error('The page’s own.');
      };
      const undos = (
        [
          [window, 'postMessage'],
          [window, 'setTimeout'],
          [window, 'Promise'],
          [window, 'MessageChannel'],
          [window, 'Event'],
          [MessagePort.prototype, 'postMessage'],
          [EventTarget.prototype, 'dispatchEvent'],
          [EventTarget.prototype, 'addEventListener'],
          [Performance.prototype, 'now'],
        ] as const
      ).map(([owner, key]): (() => void) => {
        const before = Reflect.getOwnPropertyDescriptor(owner, key);
        Object.defineProperty(owner, key, { value: refuse, configurable: true, writable: true });
        return () => {
          if (before) Object.defineProperty(owner, key, before);
          else Reflect.deleteProperty(owner, key);
        };
      });
      let skipped: Promise<number>;
      try {
        skipped = skip(500);
      } finally {
        for (let index = 0; index < undos.length; index++) undos[index]?.();
      }
      near(await skipped, 500, 1, 'the first skip');
      near(await skip(5000), 5000, 1, 'the second skip');
      equal(order, ['1', '2'], 'order');
    },
  },
};
