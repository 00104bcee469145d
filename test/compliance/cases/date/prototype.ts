import { equal, holds, invoke, outcomeOf, property, same, throws } from '../check.ts';
import { inFrame } from '../frames.ts';
import type { Suite } from '../suite.ts';

const methods = (): readonly (readonly [string, unknown])[] =>
  Reflect.ownKeys(Date.prototype)
    .filter((key): key is string => typeof key === 'string' && key !== 'constructor')
    .map((key) => [key, Reflect.get(Date.prototype, key)]);

/** https://tc39.es/ecma262/#sec-properties-of-the-date-prototype-object */
export const datePrototype: Suite = {
  name: 'Date.prototype',
  cases: {
    'methods refuse what is no date': () => {
      // These two are generic: https://tc39.es/ecma262/#sec-date.prototype.tojson
      const generic = new Set(['toJSON']);
      for (const [name, method] of methods()) {
        if (typeof method !== 'function' || generic.has(name)) continue;
        for (const self of [
          undefined,
          null,
          {},
          0,
          '',
          Date,
          Date.prototype,
          Object.create(new Date()),
        ])
          throws(TypeError, () => Reflect.apply(method, self, []), `${name} of ${typeof self}`);
      }
    },
    'methods take the dates of other realms': () =>
      inFrame((frame) => {
        const foreign = new frame.Date(1234);
        same(Date.prototype.getTime.call(foreign), 1234, 'getTime');
        same(Date.prototype.toISOString.call(foreign), '1970-01-01T00:00:01.234Z', 'toISOString');
        same(Date.prototype.setTime.call(foreign, 9), 9, 'setTime');
        same(Date.prototype.getFullYear.call(foreign), new Date(9).getFullYear(), 'getFullYear');
      }),
    'getters give what they gave': () =>
      [0, -1, 951_782_400_000, 1_720_000_000_123, -8.64e15, 8.64e15, Number.NaN].map((ms) => {
        const date = new Date(ms);
        return methods()
          .filter(([name]) => name.startsWith('get'))
          .map(([name]) => `${name} ${String(invoke(date, name))}`);
      }),
    'texts are as they were': () =>
      [0, 951_782_400_000, 1_720_000_000_123, -62_198_755_200_000, Number.NaN].map((ms) => {
        const date = new Date(ms);
        return methods()
          .filter(([name]) => name.startsWith('to') && name !== 'toTemporalInstant')
          .map(([name]) => `${name} ${outcomeOf(() => invoke(date, name))}`);
      }),
    'setters give what they gave': () => {
      const setters = methods().filter(([name]) => name.startsWith('set'));
      return setters.map(([name]) => [
        name,
        ...[
          [],
          [5],
          [5, 6],
          [5, 6, 7],
          [5, 6, 7, 8],
          [Number.NaN],
          [-1],
          [1e9],
          ['12'],
          [null],
        ].map((args) => {
          const date = new Date(1_720_000_000_123);
          const given = invoke(date, name, ...args);
          same(given, date.getTime(), `what ${name} gives`);
          return String(given);
        }),
      ]);
    },
    'setters convert all their arguments in order, also of a date that is none': () => {
      const order: string[] = [];
      const part = (name: string) => ({
        valueOf() {
          order.push(name);
          return 1;
        },
      });
      invoke(
        new Date(Number.NaN),
        'setHours',
        part('h'),
        part('m'),
        part('s'),
        part('ms'),
        part('x'),
      );
      equal(order, ['h', 'm', 's', 'ms'], 'order');
      invoke(new Date(0), 'setFullYear', part('y'), part('mo'), part('d'), part('x'));
      equal(order.slice(4), ['y', 'mo', 'd'], 'order');
      throws(TypeError, () => invoke(new Date(), 'setTime', 1n), 'a big integer');
      throws(TypeError, () => invoke(new Date(), 'setDate', Symbol('x')), 'a symbol');
    },
    'a setter keeps what was read before its argument changed the date': () => {
      const date = new Date(1_720_000_000_123);
      const result = invoke(date, 'setMilliseconds', {
        valueOf() {
          date.setTime(0);
          return 1;
        },
      });
      return String(result);
    },
    'it becomes a primitive value as dates do': () => {
      const date = new Date(5000);
      same(+date, 5000, 'number');
      same(`${date}`, date.toString(), 'text');
      same(Reflect.apply(String, undefined, [date]), date.toString(), 'String');
      same(date + ('' as unknown as string), date.toString(), 'default');
      const toPrimitive = Date.prototype[Symbol.toPrimitive];
      same(Reflect.apply(toPrimitive, date, ['number']), 5000, 'hint number');
      throws(TypeError, () => Reflect.apply(toPrimitive, date, ['x']), 'an unknown hint');
      throws(TypeError, () => Reflect.apply(toPrimitive, 1, ['number']), 'no object');
      same(new Date(7) > new Date(6), true, 'comparison');
    },
    'as JSON it is its ISO text, or null': () => {
      same(JSON.stringify(new Date(0)), '"1970-01-01T00:00:00.000Z"', 'a date');
      same(JSON.stringify(new Date(Number.NaN)), 'null', 'no date');
      const now = JSON.parse(JSON.stringify({ now: new Date() }));
      holds(
        Math.abs(Date.parse(String(property(now, 'now'))) - Date.now()) < 20_000,
        'the present',
      );
      same(
        Reflect.apply(Date.prototype.toJSON, { toISOString: () => 'mine', valueOf: () => 1 }, []),
        'mine',
        'toJSON is generic',
      );
      throws(RangeError, () => new Date(Number.NaN).toISOString(), 'toISOString of no date');
    },
    'toGMTString is toUTCString, and so are their kin': () => {
      same(Reflect.get(Date.prototype, 'toGMTString'), Date.prototype.toUTCString, 'toGMTString');
      same(Date.prototype.valueOf === Date.prototype.getTime, false, 'valueOf is its own');
    },
    'clones and copies are dates': () => {
      const date = new Date();
      const clone: unknown = structuredClone(date);
      holds(clone instanceof Date, 'a date');
      same(clone instanceof Date && clone.getTime(), date.getTime(), 'its time');
      same(clone instanceof Date && clone.constructor, Date, 'its constructor');
      same(indexedDB.cmp(new Date(1), new Date(2)), -1, 'as a key');
      const nested = structuredClone({ list: [new Date(3)] });
      same(nested.list[0]?.getTime(), 3, 'inside');
    },
    'locale texts are as they were': () =>
      [0, 951_782_400_000, 1_720_000_000_123].map((ms) => {
        const date = new Date(ms);
        return [
          date.toLocaleString('en-US'),
          date.toLocaleDateString('de-DE', { dateStyle: 'full' }),
          date.toLocaleTimeString('fr-FR', { timeStyle: 'full' }),
          date.toLocaleString('en-GB', { timeZone: 'Asia/Tokyo', timeZoneName: 'long' }),
          date.toLocaleString('en', { year: 'numeric', era: 'long', weekday: 'short' }),
          outcomeOf(() => date.toLocaleString('en', { timeZone: 'Nowhere/At all' })),
          outcomeOf(() => date.toLocaleDateString('en', { timeStyle: 'short' })),
        ];
      }),
    'a date becomes an instant where there are instants': () => {
      if (!('toTemporalInstant' in Date.prototype)) return 'none';
      return String(invoke(new Date(1234), 'toTemporalInstant'));
    },
  },
};
