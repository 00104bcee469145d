import { equal, holds, same, throws } from '../check.ts';
import { inFrame } from '../frames.ts';
import type { Suite } from '../suite.ts';

/** https://tc39.es/ecma262/#sec-ordinarycreatefromconstructor, for dates. */
export const dateSubclass: Suite = {
  name: 'Subclasses of Date',
  cases: {
    'a class without a constructor': () => {
      class Day extends Date {
        name() {
          return 'day';
        }
      }
      const [before, day, after] = [Date.now(), new Day(), Date.now()];
      holds(before <= day.getTime() && day.getTime() <= after, 'it is now');
      same(day instanceof Day && day instanceof Date, true, 'instanceof');
      same(day.constructor, Day, 'constructor');
      same(Object.getPrototypeOf(Day), Date, 'parent');
      same(day.name(), 'day', 'its method');
      same(new Day(7).getTime(), 7, 'with an argument');
      same(new Day(2020, 1, 3).getDate(), 3, 'with parts');
      same(Object.prototype.toString.call(day), '[object Date]', 'tag');
    },
    'a class that calls super without arguments': () => {
      class Now extends Date {
        readonly #mine = 'private';
        // biome-ignore lint/complexity/noUselessConstructor: that is the case.
        constructor() {
          super();
        }
        mine() {
          return this.#mine;
        }
      }
      const now = new Now();
      same(now.mine(), 'private', 'its private field');
      same(Number.isInteger(now.getTime()), true, 'it has a time');
    },
    'statics are inherited': () => {
      class Day extends Date {}
      same(Day.now, Date.now, 'now');
      same(Day.parse('1970-01-01'), 0, 'parse');
      same(typeof Day.now(), 'number', 'Day.now()');
      same(Reflect.apply(Day.now, Day, [1, 2]) > 0, true, 'with arguments');
    },
    'a class cannot be called': () => {
      class Day extends Date {}
      throws(TypeError, () => Reflect.apply(Day, undefined, []), 'Day()');
    },
    'a class of a class': () => {
      class Day extends Date {}
      class Monday extends Day {}
      const monday = new Monday(0);
      same(monday instanceof Day && monday.getTime() === 0, true, 'instanceof');
      same(Object.getPrototypeOf(monday), Monday.prototype, 'prototype');
    },
    'a function that constructs with its own new.target': () => {
      function Day(this: unknown, ...args: readonly unknown[]): object {
        return Reflect.construct(Date, args, new.target ?? Day);
      }
      Object.setPrototypeOf(Day, Date);
      Object.setPrototypeOf(Day.prototype, Date.prototype);
      const day: unknown = Reflect.construct(Day, [5]);
      holds(day instanceof Date && day.getTime() === 5, 'a date');
      holds(day instanceof Day, 'of its class');
    },
    'with a foreign new.target it has that one’s prototype': () => {
      const made: object = Reflect.construct(Date, [3], Array);
      same(Object.getPrototypeOf(made), Array.prototype, 'prototype');
      same(Date.prototype.getTime.call(made), 3, 'time');
      const now: object = Reflect.construct(Date, [], Map);
      holds(Date.prototype.getTime.call(now) <= Date.now(), 'the present');
    },
    'without a prototype it gets the one of its new.target’s realm': () =>
      inFrame((frame) => {
        const foreign: unknown = new frame.Function();
        if (typeof foreign !== 'function') throw new Error('no function');
        for (const prototype of [undefined, null, 7, 'x', Symbol('x')]) {
          Reflect.set(foreign, 'prototype', prototype);
          for (const args of [[], [0], [2020, 1]]) {
            const made: object = Reflect.construct(Date, args, foreign);
            same(Object.getPrototypeOf(made), frame.Date.prototype, `with ${String(prototype)}`);
          }
        }
        function own() {}
        Reflect.set(own, 'prototype', null);
        const made: object = Reflect.construct(Date, [0], own);
        same(Object.getPrototypeOf(made), Date.prototype, 'of this realm');
      }),
    'the prototype is asked for once, after the arguments': () => {
      const log: string[] = [];
      const target = new Proxy(class {}, {
        get(on, key, receiver) {
          log.push(`get ${String(key)}`);
          return Reflect.get(on, key, receiver);
        },
      });
      const part = (name: string) => ({
        valueOf() {
          log.push(name);
          return 1;
        },
      });
      Reflect.construct(Date, [part('year'), part('month')], target);
      equal(log, ['year', 'month', 'get prototype'], 'with parts');
      log.length = 0;
      Reflect.construct(Date, [], target);
      equal(log, ['get prototype'], 'without arguments');
      log.length = 0;
      Reflect.construct(Date, [part('value')], target);
      equal(log, ['value', 'get prototype'], 'with one argument');
    },
    'a proxy of Date constructs dates': () => {
      const Proxied = new Proxy(Date, {});
      same(new Proxied(5).getTime(), 5, 'its time');
      same(new Proxied() instanceof Date, true, 'instanceof');
      same(Object.getPrototypeOf(new Proxied()), Date.prototype, 'prototype');
      same(typeof Proxied(), 'string', 'called');
    },
    'a new.target that is no constructor is refused': () => {
      throws(TypeError, () => Reflect.construct(Date, [], Date.now), 'Date.now');
      throws(TypeError, () => Reflect.construct(Date, [], () => {}), 'an arrow function');
    },
  },
};
