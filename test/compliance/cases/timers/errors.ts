import { equal, holds, same } from '../check.ts';
import { inFrame } from '../frames.ts';
import type { Suite } from '../suite.ts';
import { once, passed, until } from '../tasks.ts';

async function reported(begin: () => void): Promise<ErrorEvent> {
  const event = once(window, 'error');
  begin();
  const error = await event;
  if (!(error instanceof ErrorEvent)) throw new Error('It was reported as another event.');
  return error;
}

/** https://html.spec.whatwg.org/multipage/webappapis.html#report-an-exception */
export const timerErrors: Suite = {
  name: 'Errors in timers',
  cases: {
    'they are reported as they are': async () => {
      const error = new RangeError('mine');
      const event = await reported(() => {
        setTimeout(() => {
          throw error;
        });
      });
      same(event.error, error, 'error');
      same(event.type, 'error', 'type');
      same(event.cancelable, true, 'cancelable');
      same(event.isTrusted, true, 'isTrusted');
      same(event.target, window, 'target');
      holds(event.message.includes('mine'), event.message);
      same(event.filename, document.querySelector('script')?.src, 'filename');
      holds(event.lineno > 0, 'line');
      return [event.message, event.bubbles];
    },
    'window.onerror gets message, file, line, column and error': async () => {
      const error = new TypeError('mine');
      const given = await new Promise<readonly unknown[]>((resolve) => {
        window.onerror = (...args) => {
          resolve(args);
          return true;
        };
        setTimeout(() => {
          throw error;
        });
      });
      window.onerror = null;
      same(given.length, 5, 'count');
      same(given[4], error, 'error');
      same(given[1], document.querySelector('script')?.src, 'file');
      holds(typeof given[2] === 'number' && given[2] > 0, 'line');
      return given[0];
    },
    'whatever is thrown is reported': async () => {
      const messages: string[] = [];
      for (const thrown of ['text', 7, null, undefined, { a: 1 }, Symbol('x')]) {
        const event = await reported(() => {
          setTimeout(() => {
            throw thrown;
          });
        });
        same(event.error, thrown, 'error');
        messages.push(event.message);
      }
      return messages;
    },
    'the next timer comes all the same, and an interval goes on': async () => {
      const order: string[] = [];
      const quiet = (event: Event) => event.preventDefault();
      window.addEventListener('error', quiet);
      const id = setInterval(() => {
        order.push('interval');
        throw new Error('mine');
      }, 5);
      setTimeout(() => {
        throw new Error('mine');
      }, 1);
      setTimeout(() => order.push('timeout'), 2);
      await until(() => order.filter((name) => name === 'interval').length >= 2);
      clearInterval(id);
      window.removeEventListener('error', quiet);
      same(order.includes('timeout'), true, 'the timeout came');
    },
    'a promise that a callback leaves rejected is an unhandled rejection': async () => {
      const error = new Error('mine');
      const event = once(window, 'unhandledrejection');
      setTimeout(async () => {
        throw error;
      });
      const rejection = await event;
      rejection.preventDefault();
      same(rejection instanceof PromiseRejectionEvent && rejection.reason, error, 'reason');
    },
    'an error in a text is reported': async () => {
      const event = await reported(() => {
        setTimeout('throw new URIError("mine")');
      });
      same(event.error instanceof URIError, true, 'kind');
      return event.message;
    },
    'an error in another realm’s callback is reported where the callback is from': () =>
      inFrame(async (frame) => {
        const where: string[] = [];
        const note = (name: string) => (event: Event) => {
          where.push(name);
          event.preventDefault();
        };
        const here = note('here');
        window.addEventListener('error', here);
        frame.addEventListener('error', note('there'));
        const foreign: unknown = new frame.Function('throw new Error("mine")');
        const own = () => {
          throw new Error('mine');
        };
        Reflect.apply(setTimeout, window, [foreign]);
        await passed(30);
        frame.setTimeout(own);
        await passed(30);
        Reflect.apply(frame.setTimeout, frame, [foreign]);
        await passed(30);
        window.removeEventListener('error', here);
        equal(where.length, 3, `reported: ${where.join()}`);
        return where;
      }),
    'an error in an animation frame leaves the others of the frame alone': async () => {
      let other = false;
      const event = await reported(() => {
        requestAnimationFrame(() => {
          throw new Error('mine');
        });
        requestAnimationFrame(() => {
          other = true;
        });
      });
      holds(event.message.includes('mine'), event.message);
      await new Promise(requestAnimationFrame);
      same(other, true, 'the other was called');
    },
    'an error in an idle callback is reported': async () => {
      const error = new Error('mine');
      const event = await reported(() => {
        requestIdleCallback(() => {
          throw error;
        });
      });
      same(event.error, error, 'error');
    },
  },
};
