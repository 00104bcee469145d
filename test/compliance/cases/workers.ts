import { asNumber, near, property, same } from './check.ts';
import type { Suite } from './suite.ts';
import { once } from './tasks.ts';

/** How far apart two readings of one clock can be on a busy machine, in ms. */
const TOGETHER = 20_000;

async function answerOf(target: EventTarget): Promise<unknown> {
  const event = await Promise.race([once(target, 'message'), once(target, 'error')]);
  if (event instanceof MessageEvent) return event.data;
  throw new Error(`The worker failed: ${String(property(event, 'message'))}`);
}

async function hasOurTime(worker: Worker, what: string): Promise<unknown> {
  const answer = await answerOf(worker);
  near(asNumber(property(answer, 'now'), 'now'), Date.now(), TOGETHER, what);
  worker.terminate();
  return answer;
}

const blob = (code: string): string =>
  URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));

/** https://html.spec.whatwg.org/multipage/workers.html */
export const workers: Suite = {
  name: 'Workers',
  cases: {
    'a worker of the site has the page’s time': async () => {
      const worker = new Worker('/worker.js', { name: 'mine' });
      same(worker instanceof Worker && worker.constructor === Worker, true, 'it is a Worker');
      const answer = await hasOurTime(worker, 'Date.now');
      same(property(answer, 'name'), 'mine', 'its name');
      same(
        property(answer, 'parts'),
        new Intl.DateTimeFormat('en', { year: 'numeric' }).format(),
        'Intl',
      );
    },
    'its address is its own': async () => {
      const answer = await answerOf(new Worker('/worker.js'));
      same(property(answer, 'href'), `${location.origin}/worker.js`, 'location');
    },
    'a worker of a blob': async () => {
      await hasOurTime(new Worker(blob('postMessage({ now: Date.now() })')), 'Date.now');
    },
    'a module worker': async () => {
      const answer = await hasOurTime(new Worker('/module.js', { type: 'module' }), 'Date.now');
      same(property(answer, 'strict'), true, 'it is a module');
    },
    'a shared worker': async () => {
      const { port } = new SharedWorker('/worker.js', 'shared');
      port.start();
      const answer = await answerOf(port);
      near(asNumber(property(answer, 'now'), 'now'), Date.now(), TOGETHER, 'Date.now');
      same(property(answer, 'name'), 'shared', 'its name');
    },
    'messages go both ways, and other scripts are loaded from beside it': async () => {
      const worker = new Worker(
        blob('onmessage = ({ data }) => postMessage({ now: Date.now(), data })'),
      );
      worker.postMessage('hello');
      const answer = await hasOurTime(worker, 'Date.now');
      same(property(answer, 'data'), 'hello', 'what was posted');
    },
    'timers in a worker fire': async () => {
      const worker = new Worker(blob('setTimeout((now) => postMessage({ now: Date.now() }), 5)'));
      await hasOurTime(worker, 'Date.now');
    },
    'an error in a worker is told': async () => {
      const worker = new Worker(blob('throw new RangeError("mine")'));
      const event = await once(worker, 'error');
      event.preventDefault();
      same(event instanceof ErrorEvent && event.message.includes('mine'), true, 'message');
      same(event instanceof ErrorEvent && event.lineno, 1, 'line');
    },
    'a script that is not there is told': async () => {
      const event = await once(new Worker('/no-such-worker.js'), 'error');
      same(event.type, 'error', 'type');
      return [event.constructor.name, event.isTrusted];
    },
    'wrong arguments are refused': () => {
      const kinds: string[] = [];
      for (const args of [[], ['http://['], [Symbol('x')], ['/worker.js', { type: 'x' }]]) {
        try {
          Reflect.construct(Worker, args);
          kinds.push('nothing');
        } catch (error) {
          kinds.push(String(property(error, 'name')));
        }
      }
      return kinds;
    },
  },
};
