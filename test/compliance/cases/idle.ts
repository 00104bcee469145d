import { equal, holds, same, throws } from './check.ts';
import type { Suite } from './suite.ts';
import { passed } from './tasks.ts';

const request = (...args: readonly unknown[]): number =>
  Reflect.apply(window.requestIdleCallback, window, args);

const idle = (options?: IdleRequestOptions): Promise<IdleDeadline> =>
  new Promise((resolve) => requestIdleCallback(resolve, options));

/** https://w3c.github.io/requestidlecallback/ */
export const idleCallbacks: Suite = {
  name: 'Idle callbacks',
  cases: {
    'they come, with a deadline': async () => {
      const deadline = await idle();
      same(deadline instanceof IdleDeadline, true, 'instanceof');
      same(deadline.didTimeout, false, 'didTimeout');
      const left = deadline.timeRemaining();
      holds(left >= 0 && left <= 50, `${left} ms left`);
      same(Object.prototype.toString.call(deadline), '[object IdleDeadline]', 'tag');
      equal(Reflect.ownKeys(deadline), [], 'own keys');
    },
    'the time that is left gets less, to nothing': async () => {
      const left = await new Promise<readonly number[]>((resolve) => {
        requestIdleCallback((deadline) => {
          const first = deadline.timeRemaining();
          for (const end = performance.now() + 60; performance.now() < end; );
          resolve([first, deadline.timeRemaining()]);
        });
      });
      same(left[1], 0, 'after 60 ms');
    },
    'they come in order, each once': async () => {
      const order: number[] = [];
      for (let index = 0; index < 5; index++) requestIdleCallback(() => order.push(index));
      while (order.length < 5) await idle();
      equal(order, [0, 1, 2, 3, 4], 'order');
    },
    'one that is set in one comes later': async () => {
      let inFirst = true;
      const nested = await new Promise<boolean>((resolve) => {
        requestIdleCallback(() => {
          requestIdleCallback(() => resolve(inFirst));
        });
        requestIdleCallback(() => {
          inFirst = false;
        });
      });
      same(nested, false, 'before the one that was set first');
    },
    'what is cancelled is not called': async () => {
      let called = false;
      const id = requestIdleCallback(() => {
        called = true;
      });
      same(Reflect.apply(cancelIdleCallback, window, [id]), undefined, 'what cancel gives');
      cancelIdleCallback(1e9);
      await idle();
      await passed(20);
      same(called, false, 'called');
    },
    'one with a timeout can be cancelled': async () => {
      let called = false;
      cancelIdleCallback(
        requestIdleCallback(
          () => {
            called = true;
          },
          { timeout: 5 },
        ),
      );
      await passed(40);
      same(called, false, 'called');
    },
    'one with a timeout comes once': async () => {
      let calls = 0;
      requestIdleCallback(
        () => {
          calls++;
        },
        { timeout: 10 },
      );
      await passed(60);
      await idle();
      same(calls, 1, 'calls');
    },
    'ids are whole, positive and grow': () => {
      const ids = [request(() => {}), request(() => {}), request(() => {}, { timeout: 1e6 })];
      ids.forEach((id, index) => {
        holds(Number.isInteger(id) && id > 0, `${id}`);
        holds(index === 0 || id > (ids[index - 1] ?? 0), ids.join());
        cancelIdleCallback(id);
      });
    },
    'its arguments are converted': () => {
      throws(TypeError, () => request(), 'nothing');
      for (const callback of [undefined, null, 'x', {}])
        throws(TypeError, () => request(callback), String(callback));
      throws(TypeError, () => request(() => {}, 7), 'options that are no object');
      throws(TypeError, () => request(() => {}, { timeout: Symbol('x') }), 'a symbol');
      let reads = 0;
      const options = {
        get timeout() {
          reads++;
          return 1e6;
        },
      };
      cancelIdleCallback(request(() => {}, options));
      same(reads, 1, 'reads of the timeout');
      for (const odd of [
        undefined,
        null,
        { timeout: undefined },
        { timeout: -1 },
        { timeout: '5' },
      ])
        cancelIdleCallback(request(() => {}, odd));
    },
    'it belongs to a window, and a deadline to the browser': async () => {
      for (const self of [{}, document])
        throws(TypeError, () => Reflect.apply(requestIdleCallback, self, [() => {}]), typeof self);
      throws(
        TypeError,
        () => Reflect.apply(IdleDeadline.prototype.timeRemaining, {}, []),
        'timeRemaining',
      );
      throws(TypeError, () => new IdleDeadline(), 'new IdleDeadline');
      await new Promise((resolve) => Reflect.apply(requestIdleCallback, undefined, [resolve]));
    },
    'the callback gets the deadline alone': async () => {
      const [count, self] = await new Promise<readonly [number, unknown]>((resolve) => {
        request(function (this: unknown, ...args: readonly unknown[]) {
          resolve([args.length, this]);
        });
      });
      same(count, 1, 'arguments');
      return self === window ? 'window' : typeof self;
    },
  },
};
