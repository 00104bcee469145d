import * as natives from '../../natives.ts';
import { replaceMethod, type Undo, undoAll } from '../../patches.ts';
import type { Dial } from '../../time/dial.ts';
import { wait } from '../../time/wait.ts';

const apply = natives.apply;

/** Waits of the browser other than timers: what a skip makes due comes at once. */
export const overrideDeadlines = (dial: Dial): Undo =>
  undoAll([overrideAbortTimeout(dial), overridePostTask(dial), overrideIdleTimeout(dial)]);

/** AbortSignal.timeout: https://dom.spec.whatwg.org/#dom-abortsignal-timeout */
function overrideAbortTimeout(dial: Dial): Undo {
  return replaceMethod(AbortSignal, 'timeout', (native, self, args) => {
    if (args.length === 0) return apply(native, self, args);
    const ms = natives.toNumber(args[0]);
    const controller = new AbortController();
    const follow = (signal: AbortSignal, aborted: () => void) =>
      natives.addEventListener(signal, 'abort', () => {
        controller.abort(signal.reason);
        aborted();
      });
    // The native says what is wrong with the time; its own signal comes too late after a skip.
    const unskipped: AbortSignal = apply(native, self, [ms]);
    const stop = wait(dial, ms, (done) => {
      follow(apply(native, AbortSignal, [0]), done);
      return true;
    });
    if (dial.isNatural) follow(unskipped, stop);
    return controller.signal;
  });
}

const PRIORITIES: readonly unknown[] = ['user-blocking', 'user-visible', 'background', undefined];

/** scheduler.postTask with a delay: https://wicg.github.io/scheduling-apis/#dom-scheduler-posttask */
function overridePostTask(dial: Dial): Undo {
  const scheduler: unknown = Reflect.get(globalThis, 'Scheduler');
  if (typeof scheduler !== 'function') return () => {};
  return replaceMethod(scheduler.prototype, 'postTask', (native, self, args) => {
    const [task, options] = args;
    if (typeof task !== 'function' || typeof options !== 'object' || options === null) {
      return apply(native, self, args);
    }
    // Each is read once, in the order of the native.
    const delay: unknown = Reflect.get(options, 'delay');
    const priority: unknown = Reflect.get(options, 'priority');
    const signal: unknown = Reflect.get(options, 'signal');
    const rest = {
      ...(priority !== undefined && { priority }),
      ...(signal !== undefined && { signal }),
    };
    const isFine =
      typeof delay === 'number' &&
      delay > 0 &&
      delay <= Number.MAX_SAFE_INTEGER &&
      PRIORITIES.includes(priority) &&
      (signal === undefined || (signal instanceof AbortSignal && !signal.aborted));
    // The native says what is wrong.
    if (!isFine)
      return apply(native, self, [task, delay === undefined ? rest : { delay, ...rest }]);
    return new natives.Promise((resolve) => {
      const post = (done = () => {}) => {
        const posted = apply(native, self, [task, rest]);
        resolve(posted);
        natives.settled(posted, done, done);
        return true;
      };
      const stop = wait(dial, delay, post);
      if (!(signal instanceof AbortSignal)) return;
      natives.addEventListener(signal, 'abort', () => {
        stop();
        post();
      });
    });
  });
}

/** requestIdleCallback with a timeout: https://w3c.github.io/requestidlecallback/#the-requestidlecallback-method */
function overrideIdleTimeout(dial: Dial): Undo {
  /** The native request that stands for each, and what waits for its timeout. */
  const { cancelIdleCallback: cancel } = globalThis;
  const requests = new Map<number, { nativeId: number; stop: () => void }>();
  return undoAll([
    replaceMethod(globalThis, 'requestIdleCallback', (native, self, args) => {
      const [callback, options] = args;
      const timeout =
        typeof options === 'object' && options !== null && 'timeout' in options
          ? Number(options.timeout)
          : 0;
      if (!(timeout > 0) || typeof callback !== 'function') return apply(native, self, args);
      let id = 0;
      let hasRun = () => {};
      const run = (deadline: IdleDeadline) => {
        requests.get(id)?.stop();
        requests.delete(id);
        hasRun();
        apply(callback, undefined, [deadline]);
      };
      id = apply(native, self, [run, { timeout }]);
      const request = {
        nativeId: id,
        stop: wait(dial, timeout, (done) => {
          apply(cancel, globalThis, [request.nativeId]);
          request.nativeId = apply(native, self, [run, { timeout: 1 }]);
          hasRun = done;
          return true;
        }),
      };
      requests.set(id, request);
      return id;
    }),
    replaceMethod(globalThis, 'cancelIdleCallback', (native, self, args) => {
      const id = natives.toLong(args[0]);
      const request = requests.get(id);
      request?.stop();
      requests.delete(id);
      return apply(native, self, request ? [request.nativeId] : args);
    }),
  ]);
}
