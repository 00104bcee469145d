import { asNumber, equal, holds, invoke, near, outcomeOf, property, same } from './check.ts';
import { inLoadedFrame } from './frames.ts';
import { skip } from './skip/handle.ts';
import { machineTime } from './speed.ts';
import { NotInThisBrowser, type Suite } from './suite.ts';
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

/** Says two things to a worker that first says one by itself, and hears them again. */
async function talk(worker: Worker, what: string): Promise<void> {
  const heard: unknown[] = [];
  const all = new Promise<void>((resolve) => {
    worker.onmessage = ({ data }) => {
      heard.push(data);
      if (heard.length === 3) resolve();
    };
  });
  worker.postMessage('one');
  worker.postMessage('two');
  await all;
  equal(heard, ['first', 'one', 'two'], what);
  worker.terminate();
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
    'what it loads is found beside its script': async () => {
      const answer = await hasOurTime(new Worker('/workers/relative.js'), 'Date.now');
      const nested = property(answer, 'nestedSays');
      near(asNumber(property(nested, 'now'), 'now'), Date.now(), TOGETHER, 'of a nested worker');
      same(property(nested, 'path'), '/workers/nested.js', 'its path');
      const all = ['imported', 'sync', 'fetched', 'requested', 'place'];
      return all.map((key) => property(answer, key));
    },
    'a module imports what is beside it': async () => {
      const worker = new Worker('/workers/module.js', { type: 'module', name: 'a module' });
      const answer = await answerOf(worker);
      near(asNumber(property(answer, 'now'), 'now'), Date.now(), TOGETHER, 'Date.now');
      worker.postMessage('late');
      const late = await answerOf(worker);
      worker.terminate();
      return [property(answer, 'part'), property(answer, 'path'), property(late, 'data')];
    },
    'a module of a blob, and one whose address is void at once': async () => {
      const code = 'postMessage({ now: Date.now(), strict: this === undefined })';
      for (const type of ['classic', 'module'] as const) {
        const url = blob(code);
        const worker = new Worker(url, { type });
        URL.revokeObjectURL(url);
        const answer = await hasOurTime(worker, type);
        same(property(answer, 'strict'), type === 'module', 'it is a module');
      }
    },
    'a worker of a data address': async () => {
      const code = 'postMessage({ now: Date.now(), origin, href: location.href })';
      const url = `data:text/javascript,${code}`;
      const answer = await hasOurTime(new Worker(url), 'Date.now');
      same(property(answer, 'origin'), 'null', 'its origin');
      same(property(answer, 'href'), url, 'its address');
    },
    'messages come in their order, with what they hand over': async () => {
      const worker = new Worker('/workers/talk.js');
      const buffer = new ArrayBuffer(8);
      const { port1, port2 } = new MessageChannel();
      const heard: unknown[] = [];
      const last = new Promise<void>((resolve) => {
        worker.onmessage = ({ data, isTrusted, target }) => {
          heard.push([data instanceof ArrayBuffer ? data.byteLength : data, isTrusted]);
          same(target, worker, 'target');
          if (data === 'last') resolve();
        };
      });
      worker.postMessage('one');
      worker.postMessage(buffer, [buffer]);
      same(buffer.byteLength, 0, 'it has been handed over at once');
      worker.postMessage('port', { transfer: [port2] });
      const byPort = once(port1, 'message');
      port1.start();
      worker.postMessage({ a: [1, new Date(0)] });
      worker.postMessage('last');
      await last;
      const event = await byPort;
      worker.terminate();
      return [heard, event instanceof MessageEvent && event.data];
    },
    'what cannot be cloned is refused at once': () => {
      const worker = new Worker('/workers/talk.js');
      const kinds: string[] = [];
      const tries: readonly (readonly unknown[])[] = [[() => {}], [], [1, 2], ['x', ['no']]];
      for (const args of tries) {
        try {
          Reflect.apply(worker.postMessage, worker, args);
          kinds.push('nothing');
        } catch (error) {
          kinds.push(String(property(error, 'name')));
        }
      }
      worker.terminate();
      return kinds;
    },
    'one that is terminated says nothing more': async () => {
      const silent = new Worker('/workers/talk.js');
      let heard = 0;
      silent.onmessage = () => heard++;
      silent.postMessage('too late');
      silent.terminate();
      const other = new Worker('/workers/talk.js');
      await answerOf(other);
      other.terminate();
      return heard;
    },
    'classes that extend Worker': async () => {
      class Mine extends Worker {
        readonly mine = true;
      }
      const worker = new Mine('/worker.js', { name: 'mine' });
      same(worker instanceof Mine && worker instanceof Worker && worker.mine, true, 'its kind');
      same(Object.getPrototypeOf(worker), Mine.prototype, 'its prototype');
      await hasOurTime(worker, 'Date.now');
      same(
        outcomeOf(() => Reflect.apply(Worker, undefined, ['/worker.js'])),
        'throws TypeError',
        'without new',
      );
    },
    'where an error was, and that it can be prevented': async () => {
      const event = await once(new Worker('/workers/throw.js'), 'error');
      if (!(event instanceof ErrorEvent)) throw new Error('It is no ErrorEvent.');
      const { message, filename, lineno, isTrusted, cancelable, error } = event;
      event.preventDefault();
      return [message, new URL(filename).pathname, lineno, isTrusted, cancelable, error === null];
    },
    'a worker that a policy does not let in works all the same': async () => {
      for (const path of ['/no-blob-workers', '/no-imports'])
        await inLoadedFrame(
          (element) => {
            element.src = path;
          },
          async (realm) => {
            let violations = 0;
            realm.addEventListener('securitypolicyviolation', () => violations++);
            await talk(new realm.Worker('/workers/talk.js'), path);
            await talk(new realm.Worker('/workers/talk.js'), `${path}, again`);
            same(violations, 0, `${path}, violations`);
          },
        );
    },
    'a worker whose address has been trusted': async () => {
      await inLoadedFrame(
        (element) => {
          element.src = '/trusted-types';
        },
        async (realm) => {
          const factory = property(realm, 'trustedTypes');
          if (factory === undefined) throw new NotInThisBrowser('trustedTypes');
          let violations = 0;
          realm.addEventListener('securitypolicyviolation', () => violations++);
          const createScriptURL = (url: string) => url;
          const policy = invoke(factory, 'createPolicy', 'mine', { createScriptURL });
          const url = invoke(policy, 'createScriptURL', '/workers/talk.js');
          await talk(Reflect.construct(realm.Worker, [url]), 'what it says');
          same(violations, 0, 'violations');
        },
      );
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

const HOUR = 3_600_000;

/** A worker that tells how far time has passed in it, and when a timer of an hour fires. */
const timekeeper = (): Worker =>
  new Worker(
    blob(`const begun = performance.now();
          setTimeout(() => postMessage({ kind: 'fired', now: Date.now(), passed: performance.now() - begun }), ${HOUR});
          onmessage = () => postMessage({ kind: 'asked', now: Date.now(), passed: performance.now() - begun });
          postMessage({ kind: 'begun' });`),
  );

export const workersAfterSkip: Suite = {
  name: 'Workers after a skip',
  cases: {
    'their clocks have moved, and what was due has fired': async () => {
      const worker = timekeeper();
      await answerOf(worker);
      // The worker is told of skips once it runs.
      worker.postMessage(null);
      await answerOf(worker);
      const fired = answerOf(worker);
      await skip(2 * HOUR);
      const answer = await fired;
      same(property(answer, 'kind'), 'fired', 'what came');
      near(asNumber(property(answer, 'passed'), 'passed'), HOUR, TOGETHER, 'it was due');
      near(asNumber(property(answer, 'now'), 'now'), Date.now() - HOUR, TOGETHER, 'when it fired');
      worker.postMessage(null);
      const after = await answerOf(worker);
      near(asNumber(property(after, 'now'), 'now'), Date.now(), TOGETHER, 'Date.now');
      near(asNumber(property(after, 'passed'), 'passed'), 2 * HOUR, TOGETHER, 'performance.now');
      worker.terminate();
    },
    'one that is made afterwards has the page’s time': async () => {
      await skip(HOUR);
      await hasOurTime(new Worker('/worker.js'), 'Date.now');
      await hasOurTime(new Worker('/workers/nested.js'), 'of another');
    },
    // The last one: after it nothing is simulated any more.
    'when the visitor is real again, so are all workers and what makes them': async () => {
      const worker = timekeeper();
      await answerOf(worker);
      worker.postMessage(null);
      await answerOf(worker);
      const { Worker: ours } = globalThis;
      invoke(property(globalThis, 'triggerSimulator'), 'setVisitor', {});
      holds(Worker !== ours, 'the native is back');
      same(Worker.prototype.constructor, Worker, 'constructor');
      const isReal = async (now: unknown, what: string) =>
        near(asNumber(now, what), await machineTime(), TOGETHER, what);
      await isReal(Date.now(), 'the page');
      await isReal(property(await answerOf(new Worker('/worker.js')), 'now'), 'a new one');
      worker.postMessage(null);
      await isReal(property(await answerOf(worker), 'now'), 'an old one');
      worker.terminate();
    },
  },
};

export const fastWorkers: Suite = {
  name: 'Workers at tenfold speed',
  cases: {
    'their timers and clocks are as fast': async () => {
      const code = `const [now, date] = [performance.now(), Date.now()];
        setTimeout(() => postMessage({ passed: performance.now() - now, date: Date.now() - date }), 3000)`;
      const begin = await machineTime();
      const answer = await answerOf(new Worker(blob(code)));
      const real = (await machineTime()) - begin;
      for (const key of ['passed', 'date']) {
        const ms = asNumber(property(answer, key), key);
        holds(ms >= 2990 && ms <= real * 10 + 100, `${key}: ${ms} ms in ${real} ms`);
      }
    },
  },
};
