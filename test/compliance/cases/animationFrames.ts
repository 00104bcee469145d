import { equal, holds, same, throws } from './check.ts';
import { inFrame } from './frames.ts';
import type { Suite } from './suite.ts';
import { nextFrame, passed } from './tasks.ts';

const request = (...args: readonly unknown[]): number =>
  Reflect.apply(window.requestAnimationFrame, window, args);

/** Browsers round timestamps, in ms, to hide how long things take. */
const ROUNDING = 2;

/** https://html.spec.whatwg.org/multipage/imagebitmap-and-animations.html#animation-frames */
export const animationFrames: Suite = {
  name: 'Animation frames',
  cases: {
    'the timestamp is of performance.now, and not to come': async () => {
      for (let frame = 0; frame < 3; frame++) {
        const time = await nextFrame();
        const now = performance.now();
        holds(time <= now + ROUNDING, `${time} <= ${now}`);
        holds(time > 0, `${time} > 0`);
        holds(now - time < 20_000, `${time} is about ${now}`);
      }
    },
    'all callbacks of a frame get one timestamp': async () => {
      const times = await Promise.all([nextFrame(), nextFrame(), nextFrame()]);
      same(new Set(times).size, 1, times.join());
    },
    'it is that of the document’s timeline': async () => {
      const time = await new Promise<readonly [number, unknown]>((resolve) => {
        requestAnimationFrame((at) => resolve([at, document.timeline.currentTime]));
      });
      const [at, timeline] = time;
      holds(typeof timeline === 'number' && Math.abs(timeline - at) <= ROUNDING, time.join());
    },
    'later frames have later timestamps': async () => {
      const [one, two, three] = [await nextFrame(), await nextFrame(), await nextFrame()];
      holds(one < two && two < three, [one, two, three].join());
    },
    'a callback that is set in a frame is for the next': async () => {
      const [first, second] = await new Promise<readonly [number, number]>((resolve) => {
        requestAnimationFrame((one) => requestAnimationFrame((two) => resolve([one, two])));
      });
      holds(first < second, `${first} < ${second}`);
    },
    'callbacks come in order, promise jobs settled between': async () => {
      const order: string[] = [];
      requestAnimationFrame(() => {
        order.push('a');
        void Promise.resolve()
          .then(() => order.push('a1'))
          .then(() => order.push('a2'));
      });
      requestAnimationFrame(() => order.push('b'));
      await nextFrame();
      equal(order, ['a', 'a1', 'a2', 'b'], 'order');
    },
    'a callback is a function': () => {
      throws(TypeError, () => request(), 'nothing');
      for (const callback of [undefined, null, 'x', 7, {}])
        throws(TypeError, () => request(callback), String(callback));
      throws(TypeError, () => Reflect.apply(cancelAnimationFrame, window, []), 'cancel without id');
    },
    'ids are whole, positive and grow': () => {
      const ids = [request(() => {}), request(() => {}), request(() => {})];
      ids.forEach((id, index) => {
        holds(Number.isInteger(id) && id > 0, `${id}`);
        holds(index === 0 || id > (ids[index - 1] ?? 0), ids.join());
        same(Reflect.apply(cancelAnimationFrame, window, [id]), undefined, 'what cancel gives');
      });
    },
    'what is cancelled is not called': async () => {
      let called = false;
      cancelAnimationFrame(
        requestAnimationFrame(() => {
          called = true;
        }),
      );
      cancelAnimationFrame(0);
      cancelAnimationFrame(1e9);
      await nextFrame();
      await nextFrame();
      same(called, false, 'called');
    },
    'a callback can cancel another of the same frame': async () => {
      let called = false;
      const ids: number[] = [];
      requestAnimationFrame(() => {
        for (const id of ids) cancelAnimationFrame(id);
      });
      ids.push(
        requestAnimationFrame(() => {
          called = true;
        }),
      );
      await nextFrame();
      await nextFrame();
      same(called, false, 'called');
    },
    'the callback gets the timestamp alone, and the window as this': async () => {
      const [count, self] = await new Promise<readonly [number, unknown]>((resolve) => {
        request(function (this: unknown, ...args: readonly unknown[]) {
          resolve([args.length, this]);
        });
      });
      same(count, 1, 'arguments');
      return self === window ? 'window' : typeof self;
    },
    'it belongs to a window': async () => {
      for (const self of [{}, document, 7])
        throws(
          TypeError,
          () => Reflect.apply(requestAnimationFrame, self, [() => {}]),
          typeof self,
        );
      await new Promise((resolve) => Reflect.apply(requestAnimationFrame, undefined, [resolve]));
    },
    'timeouts and frame callbacks have ids of their own': async () => {
      let called = false;
      const id = requestAnimationFrame(() => {
        called = true;
      });
      clearTimeout(id);
      await nextFrame();
      same(called, true, 'called');
    },
    'frames in a frame have the time of that frame’s document': () =>
      inFrame(async (frame) => {
        await passed(20);
        const [time, now] = await new Promise<readonly [number, number]>((resolve) => {
          frame.requestAnimationFrame((at) => resolve([at, frame.performance.now()]));
        });
        holds(time <= now + ROUNDING && now - time < 20_000, `${time} is about ${now}`);
      }),
  },
};
