import { equal, holds, outcomeOf, property, same, throws } from '../check.ts';
import { inFrame } from '../frames.ts';
import type { Suite } from '../suite.ts';
import { once, passed, until } from '../tasks.ts';

const set = (...args: readonly unknown[]): number => Reflect.apply(window.setTimeout, window, args);
const repeat = (...args: readonly unknown[]): number =>
  Reflect.apply(window.setInterval, window, args);

/** https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers */
export const timerArguments: Suite = {
  name: 'Arguments of timers',
  cases: {
    'the callback gets the further arguments, and no others': async () => {
      const [object, symbol] = [{}, Symbol('x')];
      const given = await new Promise<readonly unknown[]>((resolve) => {
        set((...args: readonly unknown[]) => resolve(args), 0, object, undefined, symbol, 4, 5, 6);
      });
      same(given.length, 6, 'count');
      same(given[0], object, 'first');
      same(given[2], symbol, 'third');
      const none = await new Promise<number>((resolve) => {
        set(function () {
          // biome-ignore lint/complexity/noArguments: that is the case.
          resolve(arguments.length);
        }, 0);
      });
      same(none, 0, 'none');
    },
    'intervals pass them every time': async () => {
      const seen: unknown[] = [];
      await new Promise<void>((resolve) => {
        const id = repeat(
          (...args: readonly unknown[]) => {
            seen.push(...args);
            if (seen.length < 6) return;
            clearInterval(id);
            resolve();
          },
          1,
          'a',
          'b',
        );
      });
      equal(seen, ['a', 'b', 'a', 'b', 'a', 'b'], 'arguments');
    },
    'this is the window, also for a strict callback': async () => {
      const seen = await new Promise<unknown>((resolve) => {
        set(function (this: unknown) {
          resolve(this);
        });
      });
      same(seen, window, 'this');
      const object = {
        method(this: unknown): void {
          object.seen = this;
        },
        seen: null as unknown,
      };
      set(object.method);
      await passed(1);
      await until(() => object.seen !== null);
      same(object.seen, window, 'this of a method');
    },
    'the callback is called before its handler’s promise jobs, once': async () => {
      let calls = 0;
      set(() => {
        calls++;
      });
      await passed(20);
      same(calls, 1, 'calls');
    },
    'a handler is needed': () => {
      throws(TypeError, () => set(), 'setTimeout()');
      throws(TypeError, () => repeat(), 'setInterval()');
    },
    'symbols and big integers are no delays, and symbols no handlers': () => {
      throws(TypeError, () => set(Symbol('x')), 'a symbol as handler');
      throws(TypeError, () => set(() => {}, Symbol('x')), 'a symbol as delay');
      throws(TypeError, () => set(() => {}, 1n), 'a big integer as delay');
      throws(TypeError, () => repeat(() => {}, Symbol('x')), 'a symbol as delay of an interval');
    },
    'the delay is converted once, when the timer is set': async () => {
      let calls = 0;
      const delay = {
        valueOf() {
          calls++;
          return 1;
        },
      };
      await new Promise((resolve) => set(resolve, delay));
      same(calls, 1, 'calls by setTimeout');
      let fired = 0;
      const id = repeat(() => {
        fired++;
      }, delay);
      same(calls, 2, 'calls by setInterval');
      await until(() => fired > 2);
      clearInterval(id);
      same(calls, 2, 'calls while it repeats');
    },
    'errors of conversions come through as they are, and nothing is set': async () => {
      const error = new RangeError('mine');
      let fired = false;
      let thrown: unknown;
      try {
        set(
          () => {
            fired = true;
          },
          {
            valueOf() {
              throw error;
            },
          },
        );
      } catch (caught) {
        thrown = caught;
      }
      same(thrown, error, 'error');
      await passed(10);
      same(fired, false, 'fired');
    },
    'a handler that is no function is a text, converted at once': async () => {
      let calls = 0;
      Reflect.set(window, 'timerText', 0);
      set({
        toString() {
          calls++;
          return 'timerText++';
        },
      });
      same(calls, 1, 'calls');
      await until(() => property(window, 'timerText') === 1);
    },
    'a text runs in the global scope, again and again for an interval': async () => {
      const local = 'not seen';
      set('var timerScope = [this === window, typeof local]');
      await until(() => property(window, 'timerScope') !== undefined);
      equal(property(window, 'timerScope'), [true, 'undefined'], local);
      Reflect.set(window, 'timerCount', 0);
      const id = repeat('timerCount++', 1);
      await until(() => Number(property(window, 'timerCount')) >= 3);
      clearInterval(id);
    },
    'a text that is no script is reported, not thrown': async () => {
      const error = once(window, 'error');
      set('this is no script');
      const event = await error;
      same(
        event instanceof ErrorEvent && event.error instanceof SyntaxError,
        true,
        'a SyntaxError',
      );
    },
    'null and undefined as handlers are harmless texts': async () => {
      let errors = 0;
      const count = () => {
        errors++;
      };
      window.addEventListener('error', count);
      set(null);
      set(undefined);
      set('');
      await passed(10);
      window.removeEventListener('error', count);
      same(errors, 0, 'errors');
    },
    'odd delays are at once': async () => {
      const order: string[] = [];
      for (const delay of [
        Number.NaN,
        Number.POSITIVE_INFINITY,
        -1,
        -(2 ** 31),
        2 ** 31,
        2 ** 32,
        2 ** 32 + 2,
        undefined,
        null,
        'x',
        '3',
        {},
        [2],
        0.9,
        true,
      ])
        set(() => order.push(String(delay)), delay);
      await passed(60);
      same(order.length, 15, `fired: ${order.join()}`);
    },
    'a delay of whole days is not at once': async () => {
      let fired = false;
      const ids = [2 ** 31 - 1, 86_400_000, 2 ** 32 + 1e9].map((delay) =>
        set(() => {
          fired = true;
        }, delay),
      );
      await passed(30);
      for (const id of ids) clearTimeout(id);
      same(fired, false, 'fired');
    },
    'timers belong to windows': async () => {
      for (const self of [{}, 7, document, Object.create(window), () => {}])
        for (const method of [setTimeout, setInterval, clearTimeout, clearInterval])
          throws(
            TypeError,
            () => Reflect.apply(method, self, [() => {}]),
            `${method.name} of ${typeof self}`,
          );
      for (const self of [undefined, null, window])
        await new Promise((resolve) => Reflect.apply(setTimeout, self, [resolve, 0]));
    },
    'a window’s method sets timers of another window': () =>
      inFrame(async (frame) => {
        const self = await new Promise<unknown>((resolve) => {
          Reflect.apply(setTimeout, frame, [
            function (this: unknown) {
              resolve(this);
            },
            0,
          ]);
        });
        holds(self === window || self === frame, 'this is a window');
        return self === frame;
      }),
    'a class as callback is called, and that is reported': async () => {
      const error = once(window, 'error');
      set(class {});
      const event = await error;
      same(event instanceof ErrorEvent && event.error instanceof TypeError, true, 'a TypeError');
    },
    'a proxy and a bound function are callbacks': async () => {
      await new Promise<void>((resolve) => set(new Proxy(resolve, {})));
      await new Promise<void>((resolve) => set(resolve.bind(null, undefined)));
    },
    'a callback of another realm is called': () =>
      inFrame(async (frame) => {
        const foreign: unknown = new frame.Function(
          'parent.foreignCalled = this === window || this === parent',
        );
        set(foreign);
        await until(() => property(window, 'foreignCalled') !== undefined);
        same(property(window, 'foreignCalled'), true, 'this');
      }),
    'what it gives': () => {
      const id = set(() => {});
      return [
        outcomeOf(() => Reflect.apply(clearTimeout, window, [id])),
        outcomeOf(() => Reflect.apply(clearInterval, window, [])),
        typeof id,
      ];
    },
  },
};
