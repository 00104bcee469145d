import { holds, invoke, near, property, same } from '../check.ts';
import { inFrame } from '../frames.ts';
import type { Suite } from '../suite.ts';
import { loaded, nextFrame, once, passed } from '../tasks.ts';
import { skip } from './handle.ts';

const HOUR = 3_600_000;
/** How long statements of a case may take on a busy machine, in ms. */
const A_WHILE = 20_000;
const ROUNDING = 2;

export const skipClocks: Suite = {
  name: 'Clocks after a skip',
  cases: {
    'all of them have moved': async () => {
      const before = { date: Date.now(), now: performance.now(), origin: performance.timeOrigin };
      const skipped = await skip(HOUR);
      near(skipped, HOUR, 1, 'what skip gives');
      near(Date.now() - before.date, HOUR, A_WHILE, 'Date.now');
      near(new Date().getTime() - before.date, HOUR, A_WHILE, 'new Date');
      near(performance.now() - before.now, HOUR, A_WHILE, 'performance.now');
      same(performance.timeOrigin, before.origin, 'timeOrigin');
      holds(Date.now() - before.date >= HOUR, 'no less than was skipped');
      near(performance.timeOrigin + performance.now(), Date.now(), 1000, 'they agree');
      near(Date.parse(Date()), Date.now(), 2000, 'Date()');
      const minute = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short' });
      holds(
        [minute.format(Date.now() - 1000), minute.format(Date.now())].includes(minute.format()),
        'Intl',
      );
    },
    'time never goes back around a skip': async () => {
      let last = performance.now();
      let lastDate = Date.now();
      const look = (): void => {
        const [now, date] = [performance.now(), Date.now()];
        holds(now >= last && date >= lastDate, `${now} >= ${last}, ${date} >= ${lastDate}`);
        [last, lastDate] = [now, date];
      };
      const failures: unknown[] = [];
      const id = setInterval(() => {
        try {
          look();
        } catch (error) {
          failures.push(error);
        }
      }, 100);
      look();
      await skip(HOUR / 60);
      look();
      clearInterval(id);
      same(failures.length, 0, String(failures[0]));
    },
    'new events and marks are of the new time': async () => {
      await skip(HOUR);
      const before = performance.now();
      const { timeStamp } = new Event('x');
      const { startTime } = performance.mark('skipped');
      const constructed = new PerformanceMark('x').startTime;
      const after = performance.now();
      for (const [what, time] of Object.entries({ timeStamp, startTime, constructed }))
        holds(
          before - ROUNDING <= time && time <= after + ROUNDING,
          `${what}: ${before} <= ${time} <= ${after}`,
        );
      const { port1, port2 } = new MessageChannel();
      port1.start();
      const message = once(port1, 'message');
      port2.postMessage(1);
      const received = (await message).timeStamp;
      holds(
        received >= before - ROUNDING && received <= performance.now() + ROUNDING,
        `${received}`,
      );
    },
    'old events and marks keep theirs': async () => {
      const event = new Event('x');
      const mark = performance.mark('kept');
      const given = performance.mark('given before', { startTime: 5 });
      const resource = await loaded('/now?before-the-skip');
      const [navigation] = performance.getEntriesByType('navigation');
      const read = () => [
        event.timeStamp,
        mark.startTime,
        given.startTime,
        resource.startTime,
        resource.duration,
        resource.responseEnd,
        navigation?.startTime,
        navigation?.duration,
        property(navigation, 'loadEventEnd'),
        property(property(performance, 'timing'), 'loadEventEnd'),
      ];
      const before = read();
      holds(
        before.every((value) => typeof value === 'number'),
        before.join(),
      );
      await skip(HOUR);
      same(read().join(), before.join(), 'times');
    },
    'a measure across a skip is as long as it': async () => {
      performance.mark('from');
      await skip(HOUR);
      performance.mark('to');
      const { duration } = performance.measure('across', 'from', 'to');
      near(duration, HOUR, A_WHILE, 'duration');
      near(performance.measure('open', 'from').duration, HOUR, A_WHILE, 'to now');
      near(
        performance.measure('begin', { end: 'to', duration: 10 }).startTime,
        performance.now(),
        A_WHILE,
        'by its end',
      );
      const measure = performance.measure('since the beginning', 'navigationStart', 'to');
      same(measure.startTime, 0, 'from the beginning');
    },
    'a mark of a given time is kept as given': async () => {
      await skip(HOUR);
      same(performance.mark('given', { startTime: 12.5 }).startTime, 12.5, 'startTime');
      const measure = performance.measure('given', { start: 10, end: 20 });
      same(measure.startTime, 10, 'startTime of a measure');
      same(measure.duration, 10, 'duration of a measure');
      const mark = performance.mark('json');
      const json: unknown = JSON.parse(JSON.stringify(mark));
      near(Number(property(json, 'startTime')), mark.startTime, 0.001, 'as JSON');
    },
    'new resources are of the new time': async () => {
      await skip(HOUR);
      const before = performance.now();
      const { startTime, responseEnd } = await loaded('/now?after-the-skip');
      const now = performance.now();
      holds(before - ROUNDING <= startTime, `${before} <= ${startTime}`);
      holds(startTime <= responseEnd, `${startTime} <= ${responseEnd}`);
      holds(responseEnd <= now + ROUNDING, `${responseEnd} <= ${now}`);
    },
    'frames are of the new time': async () => {
      const before = await nextFrame();
      await skip(HOUR);
      const time = await nextFrame();
      holds(time <= performance.now() + ROUNDING, `${time} <= ${performance.now()}`);
      near(time - before, HOUR, A_WHILE, 'ms between frames');
      const next = await nextFrame();
      holds(next > time, 'the next is later');
    },
    'AbortSignal.timeout falls due': async () => {
      const order: string[] = [];
      const signal = AbortSignal.timeout(20_000);
      signal.onabort = (event) => order.push(`20 ${event.isTrusted}`);
      const later = AbortSignal.timeout(2 * HOUR);
      setTimeout(() => order.push('10'), 10_000);
      setTimeout(() => order.push(`30 ${signal.aborted}`), 30_000);
      await skip(HOUR);
      same(order.join(), '10,20 true,30 true', 'order');
      same(signal.reason.name, 'TimeoutError', 'reason');
      same(later.aborted, false, 'the later one');
    },
    'postTask’s delay falls due': async () => {
      const scheduler = property(globalThis, 'scheduler');
      if (scheduler === undefined) return;
      const order: string[] = [];
      const task = invoke(scheduler, 'postTask', () => order.push('task'), { delay: 20_000 });
      const controller = new AbortController();
      const gone = invoke(scheduler, 'postTask', () => order.push('gone'), {
        delay: 15_000,
        signal: controller.signal,
      });
      if (gone instanceof Promise) gone.catch(() => order.push('rejected'));
      setTimeout(() => controller.abort(), 10_000);
      setTimeout(() => order.push('30'), 30_000);
      await skip(HOUR);
      await task;
      same(order.join(), 'rejected,task,30', 'order');
    },
    'an idle callback’s timeout falls due': async () => {
      const calls: boolean[] = [];
      requestIdleCallback((deadline) => calls.push(deadline.didTimeout), { timeout: 20_000 });
      await skip(HOUR);
      same(calls.length, 1, 'calls');
      await passed(20);
      same(calls.length, 1, 'calls later');
    },
    'frames of the page have moved too': () =>
      inFrame(async (frame) => {
        let fired = false;
        frame.setTimeout(() => {
          fired = true;
        }, HOUR / 2);
        await skip(HOUR);
        near(frame.Date.now(), Date.now(), A_WHILE, 'Date.now of the frame');
        same(fired, true, 'a timer of the frame fired');
      }),
    'a frame that is made after it has the new time': async () => {
      await skip(HOUR);
      await inFrame((frame) => {
        near(frame.Date.now(), Date.now(), A_WHILE, 'Date.now');
        near(
          frame.performance.timeOrigin + frame.performance.now(),
          frame.Date.now(),
          1000,
          'performance',
        );
      });
    },
    'a time skipped in steps is as long as one skipped at once': async () => {
      const before = Date.now();
      let sum = 0;
      for (let step = 0; step < 20; step++) sum += await skip(1234.5);
      near(sum, 20 * 1234.5, 20, 'what skips give');
      near(Date.now() - before, sum, A_WHILE, 'on the clock');
      holds(Date.now() - before >= sum - 1, 'no less');
    },
  },
};
