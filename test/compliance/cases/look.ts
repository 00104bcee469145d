import { equal, holds, same } from './check.ts';
import { inFrame } from './frames.ts';
import { isConstructor, looksNative, objectsOf, shapeOf, textOf } from './shape.ts';
import type { Suite } from './suite.ts';

/** What the tests themselves, and a driver's handle, add to a page. */
const NOT_THE_BROWSERS: ReadonlySet<string> = new Set(['runCase', 'bundled', 'triggerSimulator']);

/** Functions that are not constructors, of all kinds that a clock has to do with. */
const plainFunctions = (): readonly (readonly [string, object])[] => {
  const getter = (owner: object, key: PropertyKey): object =>
    Reflect.getOwnPropertyDescriptor(owner, key)?.get ?? (() => {});
  return [
    ['Date.now', Date.now],
    ['Date.parse', Date.parse],
    ['Date.UTC', Date.UTC],
    ['Date.prototype.getTime', Date.prototype.getTime],
    ['Date.prototype.toString', Date.prototype.toString],
    ['setTimeout', setTimeout],
    ['setInterval', setInterval],
    ['clearTimeout', clearTimeout],
    ['clearInterval', clearInterval],
    ['requestAnimationFrame', requestAnimationFrame],
    ['cancelAnimationFrame', cancelAnimationFrame],
    ['requestIdleCallback', requestIdleCallback],
    ['cancelIdleCallback', cancelIdleCallback],
    ['performance.now', performance.now],
    ['performance.mark', performance.mark],
    ['performance.measure', performance.measure],
    ['performance.timeOrigin', getter(Performance.prototype, 'timeOrigin')],
    ['event.timeStamp', getter(Event.prototype, 'timeStamp')],
    ['entry.startTime', getter(PerformanceEntry.prototype, 'startTime')],
    ['entry.duration', getter(PerformanceEntry.prototype, 'duration')],
    ['AbortSignal.timeout', AbortSignal.timeout],
    ['format getter', getter(Intl.DateTimeFormat.prototype, 'format')],
    ['formatToParts', Intl.DateTimeFormat.prototype.formatToParts],
    ['document.lastModified', getter(Document.prototype, 'lastModified')],
  ];
};

export const look: Suite = {
  name: 'Look of functions and objects',
  cases: {
    'every global and all that hangs on it has the names, lengths, attributes and kind of the native':
      () => {
        const lines: Record<string, string> = {};
        for (const [path, object] of objectsOf(globalThis, '')) {
          const shape = shapeOf(object, path);
          for (const [key, line] of Object.entries(shape)) {
            if (path === '' && (key === ' own keys' || NOT_THE_BROWSERS.has(key.slice(1))))
              continue;
            lines[key] = line;
          }
        }
        holds(Object.keys(lines).length > 3000, 'There are globals.');
        // Firefox makes some globals when they are first asked for, so their order says nothing.
        return Object.entries(lines)
          .map(([key, line]) => `${key}: ${line}`)
          .toSorted();
      },
    'the window has no property more or less than the native one': () =>
      Reflect.ownKeys(globalThis)
        .map(String)
        .filter((key) => !NOT_THE_BROWSERS.has(key))
        .toSorted(),
    'an event has no own property but isTrusted': () => {
      equal(Reflect.ownKeys(new Event('x')), ['isTrusted'], 'own keys');
    },
    'objects that the page gets have no own properties that the native ones lack': () => ({
      date: Reflect.ownKeys(new Date()),
      performance: Reflect.ownKeys(performance),
      signal: Reflect.ownKeys(AbortSignal.timeout(1e6)),
      mark: Reflect.ownKeys(performance.mark('own keys')),
      formatter: Reflect.ownKeys(new Intl.DateTimeFormat()),
      document: Reflect.ownKeys(document),
    }),
    'methods are not constructors': () => {
      for (const [name, fn] of plainFunctions()) same(isConstructor(fn), false, `new ${name}`);
    },
    'methods have no prototype, caller or arguments of their own': () => {
      for (const [name, fn] of plainFunctions()) {
        for (const key of ['prototype', 'caller', 'arguments'])
          same(Object.hasOwn(fn, key), false, `${name} has its own ${key}`);
      }
    },
    'caller and arguments of a function throw, as of every strict one': () => {
      for (const [name, fn] of plainFunctions()) {
        for (const key of ['caller', 'arguments']) {
          let threw = false;
          try {
            Reflect.get(fn, key);
          } catch (error) {
            threw = error instanceof TypeError;
          }
          same(threw, true, `${name}.${key} throws a TypeError`);
        }
      }
    },
    'functions are of Function.prototype, extensible and without own toString': () => {
      for (const [name, fn] of [...plainFunctions(), ['Date', Date] as const]) {
        same(Object.getPrototypeOf(fn), Function.prototype, `prototype of ${name}`);
        same(Object.isExtensible(fn), true, `${name} is extensible`);
        same(Object.hasOwn(fn, 'toString'), false, `${name} has its own toString`);
        same(Object.prototype.toString.call(fn), '[object Function]', `tag of ${name}`);
      }
    },
    'the text of functions is that of native code': () => {
      for (const [name, fn] of [
        ...plainFunctions(),
        ['Date', Date] as const,
        ['Intl.DateTimeFormat', Intl.DateTimeFormat] as const,
        ['format', new Intl.DateTimeFormat().format] as const,
      ]) {
        same(looksNative(fn), true, `${name} is ${textOf(fn)}`);
        same(looksNative(fn), NATIVE.test(String(fn)), `String(${name})`);
      }
    },
    'the text of functions is that of native code in the words of another realm': () =>
      inFrame((frame) => {
        const text = frame.Function.prototype.toString;
        for (const [name, fn] of [...plainFunctions(), ['Date', Date] as const])
          same(NATIVE.test(text.call(fn)), true, `${name} is ${text.call(fn)}`);
      }),
    'the text of functions is that of the very native': () =>
      Object.fromEntries(
        [...plainFunctions(), ['Date', Date] as const, ['toString', textOf] as const].map(
          ([name, fn]) => [name, Function.prototype.toString.call(fn)],
        ),
      ),
    'Function.prototype.toString tells the text of what is the page’s own': () =>
      inFrame((frame) => {
        const text = Function.prototype.toString;
        let traps = 0;
        const trap = () => {
          traps++;
          return null;
        };
        const looks = [
          text.call(function own() {}),
          text.call(Object.assign(() => 0, { toString: () => 'replaced' })),
          text.call(frame.eval('(class { static toString() {} })')),
          text.call(
            frame.eval('class A { static toString() { return 1 } }; (class B extends A {})'),
          ),
          text.call(Object.setPrototypeOf(() => 1, null)),
          text.call(new Proxy(() => 2, { getPrototypeOf: trap, get: trap })),
          text.call(frame.setTimeout),
        ];
        const { proxy, revoke } = Proxy.revocable(() => 3, {});
        revoke();
        const errors = [{}, null, 'text', Object.create(Date)].map((other) => {
          try {
            return text.call(other);
          } catch (error) {
            return error instanceof TypeError;
          }
        });
        return [...looks, text.call(proxy), ...errors, traps];
      }),
    'names and lengths can be configured, not written': () => {
      for (const [name, fn] of [...plainFunctions(), ['Date', Date] as const]) {
        for (const key of ['name', 'length']) {
          const { configurable, enumerable, writable } =
            Reflect.getOwnPropertyDescriptor(fn, key) ?? {};
          equal([configurable, enumerable, writable], [true, false, false], `${name}.${key}`);
        }
      }
    },
    'Function.prototype.toString itself is untouched in form': () => {
      same(looksNative(Function.prototype.toString), true, 'its own text');
      same(Function.prototype.toString.name, 'toString', 'name');
      same(Object.hasOwn(Function.prototype.toString, 'prototype'), false, 'prototype');
    },
    'the properties of performance and of windows are where the native ones are': () => ({
      now: [Object.hasOwn(performance, 'now'), Object.hasOwn(Performance.prototype, 'now')],
      setTimeout: [Object.hasOwn(window, 'setTimeout'), 'setTimeout' in Window.prototype],
      Date: Object.hasOwn(window, 'Date'),
      self: [self.setTimeout === window.setTimeout, globalThis.Date === window.Date],
      names: [performance.now === Performance.prototype.now],
    }),
    'what stands on the page can be replaced and put back as a page does': () => {
      const [timeout, date, now] = [window.setTimeout, window.Date, performance.now];
      const replacement = () => 7;
      for (const [owner, key] of [
        [window, 'setTimeout'],
        [window, 'Date'],
        [performance, 'now'],
      ] as const) {
        same(Reflect.set(owner, key, replacement), true, `${key} can be written`);
        same(Reflect.get(owner, key), replacement, key);
      }
      Reflect.deleteProperty(performance, 'now');
      window.setTimeout = timeout;
      window.Date = date;
      same(performance.now, now, 'performance.now');
      same(window.Date.now === date.now, true, 'Date');
    },
  },
};

const NATIVE = /\{\s*\[native code\]\s*\}\s*$/;
