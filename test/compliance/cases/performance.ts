import { asNumber, holds, invoke, near, property, same, throws } from './check.ts';
import { inFrame } from './frames.ts';
import type { Suite } from './suite.ts';
import { loaded, passed } from './tasks.ts';

/** Two clocks that started together may be this far apart, in ms. */
const TOGETHER = 1000;
/** Browsers round timestamps, in ms. */
const ROUNDING = 2;

/** https://w3c.github.io/hr-time/ */
export const performanceClock: Suite = {
  name: 'performance.now and timeOrigin',
  cases: {
    'now is positive and never goes back': () => {
      let last = performance.now();
      holds(last > 0, `${last} > 0`);
      for (let call = 0; call < 20_000; call++) {
        const now = performance.now();
        holds(now >= last, `${now} >= ${last}`);
        last = now;
      }
    },
    'now begins with the document, whatever the date': () => {
      holds(performance.now() < 10 * 60_000, `${performance.now()} ms since the document began`);
    },
    'now goes on with timers': async () => {
      const begin = performance.now();
      await passed(20);
      holds(performance.now() - begin >= 18, `${performance.now() - begin} >= 18`);
    },
    'now and Date.now run side by side': async () => {
      const [now, date] = [performance.now(), Date.now()];
      await passed(50);
      near(Date.now() - date, performance.now() - now, 20, 'ms passed');
    },
    'timeOrigin and now make Date.now': () => {
      near(performance.timeOrigin + performance.now(), Date.now(), TOGETHER, 'the present');
    },
    'timeOrigin stays, and is what toJSON says': async () => {
      const before = performance.timeOrigin;
      await passed(10);
      same(performance.timeOrigin, before, 'timeOrigin');
      same(property(performance.toJSON(), 'timeOrigin'), before, 'toJSON');
      const json: unknown = JSON.parse(JSON.stringify(performance));
      same(property(json, 'timeOrigin'), before, 'JSON');
    },
    'the old timing has the same beginning': () => {
      const begin = asNumber(
        property(property(performance, 'timing'), 'navigationStart'),
        'navigationStart',
      );
      near(begin, performance.timeOrigin, TOGETHER, 'navigationStart');
      const loaded = asNumber(
        property(property(performance, 'timing'), 'loadEventEnd'),
        'loadEventEnd',
      );
      near(loaded, begin + performance.now(), 10 * 60_000, 'loadEventEnd');
    },
    'the navigation is before now': () => {
      const [navigation] = performance.getEntriesByType('navigation');
      same(navigation?.startTime, 0, 'startTime');
      holds((navigation?.duration ?? 0) <= performance.now(), 'duration');
      const loaded = asNumber(property(navigation, 'loadEventEnd'), 'loadEventEnd');
      holds(loaded > 0 && loaded <= performance.now() + ROUNDING, `${loaded}`);
    },
    'now and timeOrigin belong to a performance': () => {
      for (const self of [undefined, null, {}, Performance.prototype, window]) {
        throws(TypeError, () => Reflect.apply(performance.now, self, []), 'now');
        const get = Reflect.getOwnPropertyDescriptor(Performance.prototype, 'timeOrigin')?.get;
        if (get) throws(TypeError, () => Reflect.apply(get, self, []), 'timeOrigin');
      }
    },
    'a frame has a clock of its own, which began later': () =>
      inFrame((frame) => {
        holds(frame.performance.now() <= performance.now() + ROUNDING, 'now');
        near(
          frame.performance.timeOrigin + frame.performance.now(),
          Date.now(),
          TOGETHER,
          'present',
        );
        near(
          Reflect.apply(performance.now, frame.performance, []),
          frame.performance.now(),
          1000,
          'by our method',
        );
      }),
  },
};

/** https://w3c.github.io/user-timing/ */
export const userTiming: Suite = {
  name: 'Marks and measures',
  cases: {
    'a mark is of now': () => {
      const before = performance.now();
      const mark = performance.mark('now');
      const after = performance.now();
      holds(
        before - ROUNDING <= mark.startTime && mark.startTime <= after + ROUNDING,
        `${before} <= ${mark.startTime} <= ${after}`,
      );
      same(mark.duration, 0, 'duration');
      same(mark.entryType, 'mark', 'kind');
      same(mark instanceof PerformanceMark, true, 'instanceof');
      same(performance.getEntriesByName('now').at(-1), mark, 'the entry that is kept');
    },
    'a mark made by its constructor is of now, and not kept': () => {
      const before = performance.now();
      const mark = new PerformanceMark('unkept');
      holds(
        mark.startTime >= before - ROUNDING && mark.startTime <= performance.now() + ROUNDING,
        'startTime',
      );
      same(performance.getEntriesByName('unkept').length, 0, 'kept');
    },
    'a mark is of the time that it is given': () => {
      const detail = { list: [1] };
      const mark = performance.mark('given', { startTime: 12.5, detail });
      same(mark.startTime, 12.5, 'startTime');
      same(property(property(mark, 'detail'), 'list') !== detail.list, true, 'detail is a copy');
      same(performance.mark('later', { startTime: 1e9 }).startTime, 1e9, 'to come');
      same(performance.mark('none').detail, null, 'no detail');
      same(new PerformanceMark('x', { startTime: 3 }).startTime, 3, 'by the constructor');
    },
    'a measure is between marks': () => {
      performance.mark('a', { startTime: 10 });
      performance.mark('b', { startTime: 25 });
      const measure = performance.measure('a to b', 'a', 'b');
      same(measure.startTime, 10, 'startTime');
      same(measure.duration, 15, 'duration');
      same(measure instanceof PerformanceMeasure, true, 'instanceof');
    },
    'a measure is between times': () => {
      const measure = performance.measure('times', { start: 5, end: 8, detail: 'x' });
      same(measure.startTime, 5, 'startTime');
      same(measure.duration, 3, 'duration');
      same(property(measure, 'detail'), 'x', 'detail');
      same(performance.measure('d', { start: 5, duration: 4 }).duration, 4, 'by duration');
      same(performance.measure('e', { end: 9, duration: 4 }).startTime, 5, 'by end');
    },
    'a measure to now ends now': () => {
      performance.mark('begin', { startTime: 1 });
      const before = performance.now();
      const measure = performance.measure('open', 'begin');
      const after = performance.now();
      const end = measure.startTime + measure.duration;
      holds(before - ROUNDING <= end && end <= after + ROUNDING, `${before} <= ${end} <= ${after}`);
      const all = performance.measure('all');
      same(all.startTime, 0, 'without a start');
      holds(
        all.duration >= before - ROUNDING && all.duration <= performance.now() + ROUNDING,
        'to now',
      );
    },
    'a measure between two marks of now is as long as between': async () => {
      const one = performance.mark('one');
      await passed(20);
      const two = performance.mark('two');
      const measure = performance.measure('between', 'one', 'two');
      near(measure.duration, two.startTime - one.startTime, 0.001, 'duration');
      near(measure.startTime, one.startTime, 0.001, 'startTime');
    },
    'a measure can begin with the navigation': () => {
      const measure = performance.measure('load', 'navigationStart');
      same(measure.startTime, 0, 'startTime');
      const loaded = performance.measure('loaded', 'navigationStart', 'loadEventEnd');
      holds(
        loaded.duration > 0 && loaded.duration <= performance.now() + ROUNDING,
        `${loaded.duration}`,
      );
    },
    'entries as JSON say the same': () => {
      const mark = performance.mark('json');
      const json: unknown = JSON.parse(JSON.stringify(mark));
      same(property(json, 'startTime'), mark.startTime, 'startTime of a mark');
      const measure = performance.measure('json', 'json');
      const text: unknown = JSON.parse(JSON.stringify(measure));
      same(property(text, 'startTime'), measure.startTime, 'startTime of a measure');
      same(property(text, 'duration'), measure.duration, 'duration of a measure');
    },
    'entries are in order of their time': () => {
      performance.clearMarks();
      performance.mark('late', { startTime: 300 });
      performance.mark('early', { startTime: 100 });
      performance.mark('present');
      const times = performance.getEntriesByType('mark').map(({ startTime }) => startTime);
      same(times.join(), times.toSorted((a, b) => a - b).join(), 'times');
      performance.clearMarks('early');
      same(performance.getEntriesByName('early').length, 0, 'cleared');
    },
    'observers are told the same entry': async () => {
      const told = new Promise<PerformanceEntry | undefined>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          observer.disconnect();
          resolve(list.getEntriesByName('observed')[0]);
        });
        observer.observe({ entryTypes: ['mark'] });
      });
      const mark = performance.mark('observed');
      const entry = await told;
      same(entry?.startTime, mark.startTime, 'startTime');
      return entry === mark;
    },
    'resources are loaded before now': async () => {
      const { startTime, duration, responseEnd } = await loaded('/now?resource');
      const now = performance.now();
      holds(startTime > 0 && startTime <= responseEnd, `${startTime} <= ${responseEnd}`);
      holds(startTime + duration <= now + ROUNDING, `${startTime} + ${duration} <= ${now}`);
    },
    'wrong arguments are refused': () => {
      throws(TypeError, () => invoke(performance, 'mark'), 'no name');
      throws(TypeError, () => performance.mark('x', { startTime: -1 }), 'a negative time');
      throws(TypeError, () => performance.mark('x', { startTime: Number.NaN }), 'no number');
      throws(
        TypeError,
        () => performance.measure('x', { start: 1, end: 2, duration: 3 }),
        'too many',
      );
      throws(TypeError, () => Reflect.apply(PerformanceMark, undefined, ['x']), 'without new');
      for (const call of [
        () => performance.measure('x', 'no such mark'),
        () => performance.mark('navigationStart'),
      ]) {
        let thrown: unknown;
        try {
          call();
        } catch (error) {
          thrown = error;
        }
        same(thrown instanceof DOMException && thrown.name, 'SyntaxError', 'kind');
      }
    },
    'accessors belong to entries': () => {
      for (const key of ['startTime', 'duration']) {
        const get = Reflect.getOwnPropertyDescriptor(PerformanceEntry.prototype, key)?.get;
        if (!get) throw new Error(`${key} is no accessor`);
        for (const self of [undefined, {}, PerformanceEntry.prototype])
          throws(TypeError, () => Reflect.apply(get, self, []), key);
      }
    },
  },
};
