import { equal, holds, invoke, same, throws } from './check.ts';
import { inFrame } from './frames.ts';
import type { Suite } from './suite.ts';
import { once, passed } from './tasks.ts';

const timeout = (...args: readonly unknown[]): AbortSignal =>
  Reflect.apply(AbortSignal.timeout, AbortSignal, args);

/** https://dom.spec.whatwg.org/#dom-abortsignal-timeout */
export const abortTimeout: Suite = {
  name: 'AbortSignal.timeout',
  cases: {
    'it aborts with a TimeoutError, by an event that is trusted': async () => {
      const signal = AbortSignal.timeout(5);
      same(signal instanceof AbortSignal, true, 'instanceof');
      same(signal.constructor, AbortSignal, 'constructor');
      same(signal.aborted, false, 'aborted');
      same(signal.reason, undefined, 'reason');
      const event = await once(signal, 'abort');
      same(event.isTrusted, true, 'isTrusted');
      same(event.type, 'abort', 'type');
      same(event.target, signal, 'target');
      equal([event.bubbles, event.cancelable], [false, false], 'flags');
      same(signal.aborted, true, 'aborted then');
      same(signal.reason instanceof DOMException, true, 'a DOMException');
      same(signal.reason.name, 'TimeoutError', 'name');
      same(signal.reason.code, 23, 'code');
      same(signal.reason.constructor, DOMException, 'constructor of the reason');
      let thrown: unknown;
      try {
        signal.throwIfAborted();
      } catch (error) {
        thrown = error;
      }
      same(thrown, signal.reason, 'what throwIfAborted throws');
      return String(signal.reason.message);
    },
    'onabort is called, with the signal as this': async () => {
      const signal = AbortSignal.timeout(1);
      const self = await new Promise<unknown>((resolve) => {
        signal.onabort = function (this: unknown) {
          resolve(this);
        };
      });
      same(self, signal, 'this');
    },
    'it comes in its order among timers': async () => {
      const order: string[] = [];
      const later = AbortSignal.timeout(300);
      const sooner = AbortSignal.timeout(5);
      sooner.onabort = () => order.push('5');
      later.onabort = () => order.push('300');
      await passed(150);
      order.push('150');
      await once(later, 'abort');
      equal(order, ['5', '150', '300'], 'order');
    },
    'the delay is a whole number that can be exact': () => {
      for (const ms of [
        -1,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        2 ** 53,
        2 ** 64,
        'x',
        {},
        Symbol('x'),
        1n,
        undefined,
      ])
        throws(TypeError, () => timeout(ms), String(ms));
      throws(TypeError, () => timeout(), 'nothing');
      for (const ms of [0, 1.9, '5', null, true, -0.5, 2 ** 53 - 1, [7]])
        same(timeout(ms) instanceof AbortSignal, true, String(ms));
    },
    'the delay is converted once': () => {
      let calls = 0;
      timeout({
        valueOf() {
          calls++;
          return 1e6;
        },
      });
      same(calls, 1, 'calls');
    },
    'it needs no this': async () => {
      const signal: AbortSignal = Reflect.apply(AbortSignal.timeout, undefined, [1]);
      await once(signal, 'abort');
    },
    'signals that depend on it abort with it': async () => {
      const signal = AbortSignal.timeout(5);
      const any = AbortSignal.any([signal, new AbortController().signal]);
      await once(any, 'abort');
      same(any.reason, signal.reason, 'reason');
    },
    'a request ends with its reason': async () => {
      const signal = AbortSignal.timeout(0);
      await once(signal, 'abort');
      let reason: unknown;
      try {
        await fetch('/now', { signal });
      } catch (error) {
        reason = error;
      }
      same(reason, signal.reason, 'reason');
    },
    'listeners are called in order, and can go': async () => {
      const order: string[] = [];
      const signal = AbortSignal.timeout(1);
      const gone = () => order.push('gone');
      signal.addEventListener('abort', () => order.push('a'));
      signal.addEventListener('abort', gone);
      signal.addEventListener('abort', () => order.push('b'), { once: true });
      signal.removeEventListener('abort', gone);
      await passed(30);
      equal(order, ['a', 'b'], 'order');
    },
    'in a frame it is of that frame': () =>
      inFrame(async (frame) => {
        const signal = frame.AbortSignal.timeout(1);
        same(signal instanceof frame.AbortSignal, true, 'instanceof');
        await once(signal, 'abort');
        same(signal.reason instanceof frame.DOMException, true, 'reason');
      }),
    'other ways to abort are untouched': () => {
      const controller = new AbortController();
      controller.abort('mine');
      same(controller.signal.reason, 'mine', 'reason');
      same(AbortSignal.abort().reason.name, 'AbortError', 'abort()');
      holds(new AbortController().signal instanceof EventTarget, 'EventTarget');
      throws(TypeError, () => new AbortSignal(), 'new AbortSignal');
      throws(TypeError, () => invoke(AbortSignal, 'any'), 'any()');
    },
  },
};
