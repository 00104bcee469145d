import * as natives from '../../natives.ts';
import { replaceGetter, replaceMethod, type Undo, undoAll } from '../../patches.ts';
import { replaceConstructor } from '../../replaceConstructor.ts';
import type { Dial } from '../../time/dial.ts';
import { isOwnFunction } from './timers.ts';
import type { WallClock } from './wallClock.ts';

const apply = natives.apply;

/** Moments of a resource's loading: https://w3c.github.io/resource-timing/#sec-performanceresourcetiming */
const MOMENTS = [
  'workerStart',
  'redirectStart',
  'redirectEnd',
  'fetchStart',
  'domainLookupStart',
  'domainLookupEnd',
  'connectStart',
  'secureConnectionStart',
  'connectEnd',
  'requestStart',
  'responseStart',
  'responseEnd',
];

/** The prototype of an interface of this realm; null where there is none, as in workers. */
function prototypeOf(name: string): object | null {
  const native: unknown = Reflect.get(globalThis, name);
  return typeof native === 'function' ? native.prototype : null;
}

/** All that tells how far time has passed, or when it began. */
export function overrideTimestamps(dial: Dial, { at }: WallClock): Undo {
  const { prototype } = Performance;
  const moment = (owner: string, key: string, isOurs = (_self: unknown) => true): Undo => {
    const on = prototypeOf(owner);
    if (!on) return () => {};
    return replaceGetter(on, key, (native, self, args) => {
      const value: unknown = apply(native, self, args);
      const isNative = dial.isNatural || typeof value !== 'number' || !isOurs(self);
      // 0 is a moment that there was none of.
      return isNative || (value === 0 && key !== 'timeStamp') ? value : dial.at(value);
    });
  };
  // Marks and measures are made on the dial.
  const isMade = (self: unknown) =>
    !(self instanceof PerformanceMark) && !(self instanceof PerformanceMeasure);
  return undoAll([
    replaceMethod(prototype, 'now', (native, self, args) => {
      const value = apply(native, self, args);
      return dial.isNatural ? value : dial.at(value);
    }),
    replaceGetter(prototype, 'timeOrigin', (native, self, args) => at(apply(native, self, args))),
    replaceMethod(prototype, 'toJSON', (native, self, args) => {
      const json: object = apply(native, self, args);
      const { timeOrigin, timing }: { timeOrigin?: number; timing?: object } = json;
      return {
        ...json,
        ...(timeOrigin !== undefined && { timeOrigin: at(timeOrigin) }),
        // Each of its moments is in ms since 1970.
        ...(timing && { timing: shiftedTiming(timing, at) }),
      };
    }),
    overrideMarks(dial),
    overrideTiming(at),
    moment('Event', 'timeStamp'),
    moment('PerformanceEntry', 'startTime', isMade),
    ...MOMENTS.map((key) => moment('PerformanceResourceTiming', key)),
    ...['processingStart', 'processingEnd'].map((key) => moment('PerformanceEventTiming', key)),
    replaceMethod(globalThis, 'requestAnimationFrame', (native, self, args) => {
      const [callback] = args;
      if (!isOwnFunction(callback)) return apply(native, self, args);
      return apply(native, self, [
        (time: number) => apply(callback, undefined, [dial.present(time)]),
      ]);
    }),
    // Timers that fire while time is skipped do so in an event, of which the page would see its own.
    replaceGetter(globalThis, 'event', (native, self, args) => {
      const event: unknown = apply(native, self, args);
      return dial.isOwnEvent(event) ? undefined : event;
    }),
  ]);
}

/** Marks and measures without a time of their own take that of the dial. */
function overrideMarks(dial: Dial): Undo {
  const { prototype } = Performance;
  const { PerformanceMark } = globalThis;
  const onDial = (args: ArrayLike<unknown>): ArrayLike<unknown> =>
    dial.isNatural || args.length === 0
      ? args
      : [args[0], { startTime: dial.elapsed(), ...Object(args[1]) }];
  function VisitorMark(...args: unknown[]): unknown {
    if (new.target === undefined) return apply(PerformanceMark, undefined, args);
    const target = new.target === VisitorMark ? PerformanceMark : new.target;
    return natives.construct(PerformanceMark, onDial(args), target);
  }
  return undoAll([
    replaceMethod(prototype, 'mark', (native, self, args) => apply(native, self, onDial(args))),
    replaceConstructor(globalThis, 'PerformanceMark', PerformanceMark, VisitorMark).undo,
    replaceMethod(prototype, 'measure', (native, self, args) => {
      const [name, start, end] = args;
      if (dial.isNatural || args.length === 0 || end !== undefined)
        return apply(native, self, args);
      const now = dial.elapsed();
      if (typeof start !== 'object' || start === null) {
        return apply(native, self, [name, { start: start ?? 0, end: now }]);
      }
      const hasEnd = Reflect.has(start, 'end') || Reflect.has(start, 'duration');
      return apply(native, self, [name, hasEnd ? start : { ...start, end: now }]);
    }),
  ]);
}

/** 0 is a moment that there was none of. */
const shiftedMoment = (value: unknown, at: (real: number) => number): unknown =>
  typeof value === 'number' && value > 0 ? Math.floor(at(value)) : value;

const shiftedTiming = (timing: object, at: (real: number) => number): object =>
  Object.fromEntries(Object.entries(timing).map(([key, value]) => [key, shiftedMoment(value, at)]));

/** performance.timing, whose moments are in ms since 1970. */
function overrideTiming(at: (real: number) => number): Undo {
  const prototype = prototypeOf('PerformanceTiming');
  if (!prototype) return () => {};
  return undoAll([
    ...Object.keys(prototype).map((key) =>
      replaceGetter(prototype, key, (native, self, args) =>
        shiftedMoment(apply(native, self, args), at),
      ),
    ),
    replaceMethod(prototype, 'toJSON', (native, self, args) =>
      shiftedTiming(apply(native, self, args), at),
    ),
  ]);
}
