import { equal, holds, near, same, throws } from '../check.ts';
import type { Suite } from '../suite.ts';

/** How long a statement of a case can take on a busy machine, in ms. */
const A_WHILE = 20_000;

const construct = (...args: readonly unknown[]): Date => Reflect.construct(Date, args);

/** https://tc39.es/ecma262/#sec-date-constructor */
export const dateConstructor: Suite = {
  name: 'new Date',
  cases: {
    'it is its own constructor': () => {
      same(new Date().constructor, Date, 'new Date().constructor');
      same(Date.prototype.constructor, Date, 'Date.prototype.constructor');
      same(Object.getPrototypeOf(new Date()), Date.prototype, 'prototype of a date');
      same(new Date() instanceof Date, true, 'instanceof');
      same(window.Date, Date, 'window.Date');
      same(Object.prototype.toString.call(new Date()), '[object Date]', 'tag');
    },
    'all dates there ever were are of one constructor': () => {
      const early = new Date(0);
      same(early.constructor, Date, 'constructor');
      same(new Event('x').constructor === Event, true, 'Event');
    },
    'without arguments it is now, in whole ms': () => {
      const before = Date.now();
      const date = new Date().getTime();
      const after = Date.now();
      holds(before <= date && date <= after, `${before} <= ${date} <= ${after}`);
      same(Number.isInteger(date), true, 'whole ms');
    },
    'undefined is no argument left out': () => {
      same(construct(undefined).getTime(), Number.NaN, 'new Date(undefined)');
      same(construct(null).getTime(), 0, 'new Date(null)');
      same(construct(true).getTime(), 1, 'new Date(true)');
      same(construct(undefined, undefined).getTime(), Number.NaN, 'new Date(undefined, undefined)');
    },
    'one number is clipped to what a date can be': () =>
      [0, -0, 1.9, -1.9, 8.64e15, 8.64e15 + 1, -8.64e15, -8.64e15 - 1, Number.NaN, 1e300].map(
        (ms) => {
          const date = new Date(ms);
          holds(!Object.is(date.getTime(), -0), 'no negative zero');
          return [String(ms), date.getTime(), Number.isNaN(date.getTime())];
        },
      ),
    'one date is copied without a look at its methods': () => {
      const original = new Date(1234);
      const never = () => {
        throw new Error('It was called.');
      };
      Object.assign(original, { valueOf: never, toString: never, getTime: never });
      same(new Date(original).getTime(), 1234, 'the copy');
    },
    'one text is parsed': () => {
      for (const text of [
        '2020-01-02T03:04:05.006Z',
        '2020-01-02',
        'Thu, 02 Jan 2020 03:04:05 GMT',
        'x',
      ])
        same(new Date(text).getTime(), Date.parse(text), text);
    },
    'one object is asked for its primitive value once, with no hint': () => {
      const hints: string[] = [];
      const date = construct({
        [Symbol.toPrimitive](hint: string) {
          hints.push(hint);
          return 99;
        },
      });
      same(date.getTime(), 99, 'the date');
      equal(hints, ['default'], 'hints');
      same(construct({ valueOf: () => '2020-01-01' }).getTime(), Date.UTC(2020, 0), 'valueOf');
      same(construct({ valueOf: () => ({}), toString: () => 5 }).getTime(), 5, 'toString');
      throws(TypeError, () => construct({ [Symbol.toPrimitive]: () => ({}) }), 'an object');
      throws(TypeError, () => construct({ [Symbol.toPrimitive]: 7 }), 'not callable');
    },
    'symbols and big integers are no dates': () => {
      throws(TypeError, () => construct(Symbol('x')), 'a symbol');
      throws(TypeError, () => construct(1n), 'a big integer');
      throws(TypeError, () => construct(2020, Symbol('x')), 'a symbol as month');
      throws(TypeError, () => construct(2020, 1n), 'a big integer as month');
    },
    'errors of conversions come through as they are': () => {
      const error = new RangeError('mine');
      const bad = {
        valueOf() {
          throw error;
        },
      };
      for (const args of [[bad], [2020, bad], [bad, 1], [2020, 1, 1, 1, 1, 1, bad]]) {
        let thrown: unknown;
        try {
          construct(...args);
        } catch (caught) {
          thrown = caught;
        }
        same(thrown, error, `with ${args.length} arguments`);
      }
    },
    'two to seven numbers are parts of local time': () =>
      [
        [2020, 5],
        [2020, 5, 15],
        [2020, 5, 15, 12],
        [2020, 5, 15, 12, 30],
        [2020, 5, 15, 12, 30, 45],
        [2020, 5, 15, 12, 30, 45, 678],
        [2020, 5, 15, 12, 30, 45, 678, 9],
        [99, 0],
        [0, 0],
        [100, 0],
        [-1, 0],
        [99.9, 0.9],
        [2020, 14, -3, 25, 61, 61, 1001],
        [2020, Number.NaN],
        [Number.POSITIVE_INFINITY, 0],
        ['2020', '5'],
        [2020, null],
        [2020, undefined],
      ].map((args) => construct(...args).getTime()),
    'each part is converted once, in order, whatever the others are': () => {
      const order: number[] = [];
      const parts = [Number.NaN, 1, 2, 3, 4, 5, 6, 7].map((value, index) => ({
        valueOf() {
          order.push(index);
          return value;
        },
      }));
      same(construct(...parts).getTime(), Number.NaN, 'the date');
      equal(order, [0, 1, 2, 3, 4, 5, 6], 'order');
    },
    'called as a function it gives the present as text, whatever it is given': () => {
      const call = (...args: readonly unknown[]): unknown => Reflect.apply(Date, undefined, args);
      for (const text of [Date(), call(0), call(Number.NaN), call(2020, 5), call(Symbol('x'))]) {
        same(typeof text, 'string', 'kind');
        const ms = Date.parse(String(text));
        near(ms, Date.now(), A_WHILE, String(text));
        same(new Date(ms).toString(), text, 'the form');
      }
      same(typeof Date.call(new Date(0)), 'string', 'on a date');
      same(typeof Reflect.apply(Date, null, [0]), 'string', 'on null');
    },
    'it can be spread, applied and bound': () => {
      const parts: [number, number] = [2020, 1];
      same(new Date(...parts).getMonth(), 1, 'spread');
      const Bound: unknown = Reflect.apply(Date.bind, Date, [null, 2020]);
      if (typeof Bound !== 'function') throw new Error('not bound');
      const bound: unknown = Reflect.construct(Bound, [3]);
      same(bound instanceof Date && bound.getMonth(), 3, 'bound');
      same(Bound.name, 'bound Date', 'name');
      same(Bound.length, 6, 'length');
    },
    'its prototype is nobody’s date': () => {
      throws(TypeError, () => Date.prototype.getTime(), 'getTime of the prototype');
      same(Object.prototype.toString.call(Date.prototype), '[object Object]', 'tag');
    },
    'instanceof asks for the prototype, and nothing else': () => {
      same(Object.create(Date.prototype) instanceof Date, true, 'made of the prototype');
      same({} instanceof Date, false, 'an object');
      same((7 as unknown) instanceof Date, false, 'a number');
      same(Object.hasOwn(Date, Symbol.hasInstance), false, 'own hasInstance');
      same(Function.prototype[Symbol.hasInstance].call(Date, new Date()), true, 'by Function');
    },
  },
};
