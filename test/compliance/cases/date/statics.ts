import { asFunction, equal, holds, outcomeOf, same, throws } from '../check.ts';
import type { Suite } from '../suite.ts';

const CALLS = 20_000;

/** https://tc39.es/ecma262/#sec-properties-of-the-date-constructor */
export const dateStatics: Suite = {
  name: 'Date.now, parse and UTC',
  cases: {
    'now is a whole number of ms that never goes back': () => {
      let last = Date.now();
      for (let call = 0; call < CALLS; call++) {
        const now = Date.now();
        holds(Number.isInteger(now), `${now} is whole`);
        holds(now >= last, `${now} >= ${last}`);
        last = now;
      }
    },
    'now needs no this, and no arguments': () => {
      const now = asFunction(Date.now, 'Date.now');
      for (const value of [now(), now(1, 2), Reflect.apply(Date.now, {}, []), Date.now.call(Array)])
        same(typeof value, 'number', 'kind');
    },
    'now, a new date and Intl tell one time': () => {
      const before = Date.now();
      const values = [new Date().getTime(), +new Date(), Date.parse(new Date().toISOString())];
      const after = Date.now();
      for (const value of values) holds(before <= value && value <= after, `${value} is now`);
    },
    'now goes on': async () => {
      const begin = Date.now();
      while (Date.now() === begin) await new Promise((resolve) => setTimeout(resolve, 1));
      holds(Date.now() > begin, 'it is later');
    },
    'UTC takes one to seven parts': () =>
      [
        [],
        [2020],
        [2020, 5],
        [2020, 5, 6],
        [2020, 5, 6, 7],
        [2020, 5, 6, 7, 8],
        [2020, 5, 6, 7, 8, 9],
        [2020, 5, 6, 7, 8, 9, 10],
        [99],
        [1e9],
        [Number.NaN],
        [275760, 8, 13],
        [275760, 8, 13, 0, 0, 0, 1],
      ].map((args) => String(Reflect.apply(Date.UTC, Date, args))),
    'UTC converts all of them in order': () => {
      const order: number[] = [];
      const parts = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => ({
        valueOf() {
          order.push(index);
          return Number.NaN;
        },
      }));
      Reflect.apply(Date.UTC, undefined, parts);
      equal(order, [0, 1, 2, 3, 4, 5, 6], 'order');
      throws(TypeError, () => Reflect.apply(Date.UTC, undefined, [1n]), 'a big integer');
    },
    'parse gives what it gave': () =>
      [
        '2020-01-02T03:04:05.678Z',
        '2020-01-02T03:04:05.678+05:30',
        '2020-01-02T24:00:00Z',
        '2020-01-02T24:00:01Z',
        '+275760-09-13T00:00:00.000Z',
        '+275760-09-13T00:00:00.001Z',
        '-000000-01-01T00:00:00Z',
        '2020-02-30T00:00:00Z',
        '2020-13-01',
        'Thu, 02 Jan 2020 03:04:05 GMT',
        'Thu Jan 02 2020 03:04:05 GMT+0200 (CEST)',
        '2020-01-02T03:04:05',
        '2020-01-02 03:04',
        'Jan 2 2020',
        '1/2/2020',
        '',
        'x',
      ].map((text) => [text, String(Date.parse(text)), String(new Date(text).getTime())]),
    'parse converts its argument to text once': () => {
      let calls = 0;
      const text = {
        toString() {
          calls++;
          return '1970-01-01';
        },
      };
      same(Reflect.apply(Date.parse, undefined, [text]), 0, 'value');
      same(calls, 1, 'calls');
      throws(TypeError, () => Reflect.apply(Date.parse, undefined, [Symbol('x')]), 'a symbol');
      same(
        outcomeOf(() => Reflect.apply(Date.parse, undefined, [])),
        'NaN',
        'no argument',
      );
    },
    'parse reads what dates write': () => {
      for (const ms of [0, 1_000, -1_000, 951_782_400_000, 1_720_000_000_000]) {
        const date = new Date(ms);
        same(Date.parse(date.toString()), ms, 'toString');
        same(Date.parse(date.toUTCString()), ms, 'toUTCString');
        same(Date.parse(date.toISOString()), ms, 'toISOString');
      }
    },
  },
};
