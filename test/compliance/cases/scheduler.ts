import { equal, holds, invoke, outcomeOf, property, same } from './check.ts';
import { NotInThisBrowser, type Suite } from './suite.ts';
import { passed } from './tasks.ts';

function scheduler(): object {
  const found = property(globalThis, 'scheduler');
  if (typeof found !== 'object' || found === null) throw new NotInThisBrowser('scheduler');
  return found;
}

function post(callback: unknown, options?: unknown): Promise<unknown> {
  const promise = invoke(scheduler(), 'postTask', callback, options);
  if (!(promise instanceof Promise)) throw new Error('postTask gives no promise of this realm.');
  return promise;
}

async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It was not rejected.');
}

/** https://wicg.github.io/scheduling-apis/ */
export const schedulerTasks: Suite = {
  name: 'scheduler.postTask',
  cases: {
    'it gives what the callback gives': async () => {
      same(await post(() => 7), 7, 'value');
      same(await post(async () => 8), 8, 'of a promise');
      const error = new Error('mine');
      same(
        await rejectionOf(
          post(() => {
            throw error;
          }),
        ),
        error,
        'error',
      );
    },
    'a delay is waited for, in order': async () => {
      const order: string[] = [];
      const tasks = [
        post(() => order.push('200'), { delay: 200 }),
        post(() => order.push('5'), { delay: 5 }),
        post(() => order.push('0')),
        passed(100).then(() => order.push('timer')),
      ];
      await Promise.all(tasks);
      equal(order, ['0', '5', 'timer', '200'], 'order');
    },
    'a delay is not cut short': async () => {
      const begin = performance.now();
      await post(() => {}, { delay: 20 });
      holds(performance.now() - begin >= 18, `${performance.now() - begin} >= 18`);
    },
    'tasks come by their priority': async () => {
      const order: string[] = [];
      const tasks = ['background', 'user-visible', 'user-blocking'].map((priority) =>
        post(() => order.push(priority), { priority }),
      );
      await Promise.all(tasks);
      equal(order, ['user-blocking', 'user-visible', 'background'], 'order');
    },
    'a delayed task can have a priority': async () => {
      for (const priority of ['background', 'user-visible', 'user-blocking'])
        same(await post(() => priority, { priority, delay: 1 }), priority, 'value');
    },
    'a signal takes a delayed task back': async () => {
      const controller = new AbortController();
      let called = false;
      const task = post(
        () => {
          called = true;
        },
        { delay: 10, signal: controller.signal },
      );
      controller.abort('mine');
      same(await rejectionOf(task), 'mine', 'reason');
      await passed(30);
      same(called, false, 'called');
      same(
        await rejectionOf(post(() => {}, { delay: 5, signal: AbortSignal.abort('x') })),
        'x',
        'aborted already',
      );
    },
    'wrong arguments reject': async () => {
      const reason = async (...args: readonly unknown[]): Promise<string> => {
        const made: unknown[] = [];
        const thrown = outcomeOf(() => {
          made.push(invoke(scheduler(), 'postTask', ...args));
          return 'a promise';
        });
        const [promise] = made;
        if (!(promise instanceof Promise)) return thrown;
        return promise.then(
          () => 'resolved',
          (error: unknown) => String(property(error, 'name')),
        );
      };
      return Promise.all([
        reason(),
        reason(7),
        reason(() => {}, { delay: -1 }),
        reason(() => {}, { delay: Number.NaN }),
        reason(() => {}, { delay: Number.POSITIVE_INFINITY }),
        reason(() => {}, { delay: 'x' }),
        reason(() => {}, { delay: 1.9 }),
        reason(() => {}, { delay: 1n }),
        reason(() => {}, { priority: 'x' }),
        reason(() => {}, { signal: 7 }),
        reason(() => {}, 7),
        reason(() => {}, null),
      ]);
    },
    'options are read as they were': async () => {
      const log: string[] = [];
      const options = new Proxy(
        { delay: 1 },
        {
          get(on, key) {
            log.push(String(key));
            return Reflect.get(on, key);
          },
        },
      );
      await post(() => {}, options);
      return log;
    },
    'it belongs to a scheduler': async () => {
      const method = property(scheduler(), 'postTask');
      if (typeof method !== 'function') throw new Error('no postTask');
      const outcomes: string[] = [];
      for (const self of [undefined, {}, window]) {
        const made: unknown[] = [];
        outcomes.push(
          outcomeOf(() => {
            made.push(Reflect.apply(method, self, [() => {}, { delay: 1 }]));
            return 'gave something';
          }),
        );
        for (const promise of made)
          if (promise instanceof Promise)
            outcomes.push(
              await promise.then(
                () => 'resolved',
                (error: unknown) => String(property(error, 'name')),
              ),
            );
      }
      return outcomes;
    },
    'yield comes back': async () => {
      if (!('yield' in scheduler())) throw new NotInThisBrowser('scheduler.yield');
      await invoke(scheduler(), 'yield');
    },
  },
};
