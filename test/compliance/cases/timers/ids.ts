import { holds, same, throws } from '../check.ts';
import { inFrame } from '../frames.ts';
import type { Suite } from '../suite.ts';
import { passed, until } from '../tasks.ts';

const clear = (...args: readonly unknown[]): unknown =>
  Reflect.apply(window.clearTimeout, window, args);

/** Sets a timer and says, once it would have fired, whether it did. */
async function fires(undo: (id: number) => void): Promise<boolean> {
  let fired = false;
  const id = window.setTimeout(() => {
    fired = true;
  }, 5);
  undo(id);
  await passed(30);
  return fired;
}

const NEVER = 1e8;

/** https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#dom-cleartimeout */
export const timerIds: Suite = {
  name: 'Ids of timers',
  cases: {
    'they are whole and positive, grow, and are shared by timeouts and intervals': () => {
      const ids = [
        window.setTimeout(() => {}, NEVER),
        window.setInterval(() => {}, NEVER),
        window.setTimeout('0', NEVER),
        window.setInterval('0', NEVER),
        window.setTimeout(() => {}, NEVER),
      ];
      ids.forEach((id, index) => {
        holds(Number.isInteger(id) && id > 0, `${id} is whole and positive`);
        holds(id > (ids[index - 1] ?? 0), `${ids.join()} grow`);
        clearTimeout(id);
      });
    },
    'they are not used again': async () => {
      const seen = new Set<number>();
      for (let round = 0; round < 3; round++) {
        for (let count = 0; count < 50; count++) {
          const id = window.setTimeout(() => {}, count % 2 ? 0 : NEVER);
          same(seen.has(id), false, `${id} was there before`);
          seen.add(id);
          if (count % 2 === 0) clearTimeout(id);
        }
        await passed(2);
      }
    },
    'a cleared timeout does not fire': async () => {
      same(await fires(clearTimeout), false, 'clearTimeout');
      same(await fires(clearInterval), false, 'clearInterval');
    },
    'an interval can be cleared by clearTimeout': async () => {
      let count = 0;
      const id = window.setInterval(() => {
        if (++count === 2) clearTimeout(id);
      }, 1);
      await until(() => count >= 2);
      await passed(20);
      same(count, 2, 'firings');
    },
    'an id is converted to a long': async () => {
      same(await fires((id) => clear(String(id))), false, 'a text');
      same(await fires((id) => clear({ valueOf: () => id })), false, 'an object');
      same(await fires((id) => clear(id + 0.5)), false, 'a fraction');
      same(await fires((id) => clear(id + 2 ** 32)), false, 'modulo 2^32');
      same(await fires((id) => clear(` ${id} `)), false, 'with blanks');
    },
    'an id is converted once': () => {
      let calls = 0;
      clear({
        valueOf() {
          calls++;
          return 0;
        },
      });
      same(calls, 1, 'calls');
      throws(TypeError, () => clear(Symbol('x')), 'a symbol');
      throws(TypeError, () => clear(1n), 'a big integer');
    },
    'what is no id clears nothing': async () => {
      for (const id of [undefined, null, Number.NaN, 0, -1, 1e9, 'x', {}, Number.POSITIVE_INFINITY])
        same(await fires(() => same(clear(id), undefined, 'what it gives')), true, String(id));
      same(await fires(() => clear()), true, 'no argument');
    },
    'a timer can be cleared twice, and after it has fired': async () => {
      let id = 0;
      await new Promise<void>((resolve) => {
        id = window.setTimeout(resolve);
      });
      clearTimeout(id);
      clearTimeout(id);
    },
    'an interval can clear itself in its own callback': async () => {
      let count = 0;
      const id = window.setInterval(() => {
        count++;
        clearInterval(id);
      }, 1);
      await passed(30);
      same(count, 1, 'firings');
    },
    'a callback can clear a later one that is due as well': async () => {
      let fired = false;
      let later = 0;
      await new Promise<void>((resolve) => {
        window.setTimeout(() => {
          clearTimeout(later);
          window.setTimeout(resolve, 20);
        }, 5);
        later = window.setTimeout(() => {
          fired = true;
        }, 5);
        // Both are due by the time the first comes.
        for (const end = performance.now() + 15; performance.now() < end; );
      });
      same(fired, false, 'fired');
    },
    'an interval that is set anew in its callback is another': async () => {
      const ids: number[] = [];
      await new Promise<void>((resolve) => {
        const again = (): void => {
          clearInterval(ids.at(-1));
          if (ids.length === 4) resolve();
          else ids.push(window.setInterval(again, 1));
        };
        ids.push(window.setInterval(again, 1));
      });
      same(new Set(ids).size, 4, 'ids');
    },
    'a window does not clear the timers of another': () =>
      inFrame(async (frame) => {
        let fired = 0;
        const id = window.setTimeout(() => {
          fired++;
        }, 5);
        const other = frame.setTimeout(() => {
          fired++;
        }, 5);
        frame.clearTimeout(id === other ? NEVER : id);
        await passed(40);
        await until(() => fired === 2);
      }),
    'the timers of a frame that is gone do not fire': async () => {
      let fired = false;
      await inFrame((frame) => {
        frame.setTimeout(() => {
          fired = true;
        }, 5);
      });
      await passed(40);
      same(fired, false, 'fired');
    },
  },
};
