import { equal, holds, invoke, outcomeOf, same, throws } from './check.ts';
import { inFrame } from './frames.ts';
import type { Suite } from './suite.ts';

/** Formats an instant to the ms, whatever the zone. */
const precise = (): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en', {
    dateStyle: undefined,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    fractionalSecondDigits: 3,
  });

/** Fails unless a text is what a formatter made of a moment while `make` ran. */
function isPresent(make: () => string, format: (ms: number) => string, what: string): void {
  const before = Date.now();
  const text = make();
  const after = Date.now();
  // A stall between two of the three could last long, but then so many texts are right.
  for (let ms = before; ms <= after; ms++) if (format(ms) === text) return;
  throw new Error(`${what}: ${text} is no moment from ${format(before)} to ${format(after)}`);
}

const joined = (parts: readonly Intl.DateTimeFormatPart[]): string =>
  parts.map(({ value }) => value).join('');

/** https://tc39.es/ecma402/#datetimeformat-objects */
export const intl: Suite = {
  name: 'Intl.DateTimeFormat',
  cases: {
    'without a date it formats the present': () => {
      const formatter = precise();
      const at = (ms: number): string => formatter.format(ms);
      isPresent(() => formatter.format(), at, 'format()');
      isPresent(() => formatter.format(undefined), at, 'format(undefined)');
      isPresent(() => joined(formatter.formatToParts()), at, 'formatToParts()');
      isPresent(() => joined(formatter.formatToParts(undefined)), at, 'formatToParts(undefined)');
      isPresent(() => Reflect.apply(formatter.format, null, []), at, 'format, called alone');
    },
    'with a date it formats that': () => {
      const formatter = precise();
      return [
        formatter.format(0),
        formatter.format(new Date(1_720_000_000_123)),
        joined(formatter.formatToParts(1_720_000_000_123)),
        outcomeOf(() => invoke(formatter, 'format', null)),
        outcomeOf(() => invoke(formatter, 'format', true)),
        outcomeOf(() => invoke(formatter, 'format', '5')),
        outcomeOf(() => formatter.format(Number.NaN)),
        outcomeOf(() => formatter.format(8.64e15 + 1)),
        outcomeOf(() => invoke(formatter, 'format', Symbol('x'))),
        outcomeOf(() => invoke(formatter, 'format', 1n)),
        outcomeOf(() => invoke(formatter, 'format', 'x')),
        outcomeOf(() => formatter.formatToParts(Number.NaN)),
      ];
    },
    'it converts its argument once': () => {
      let calls = 0;
      const ms = {
        valueOf() {
          calls++;
          return 0;
        },
      };
      const formatter = precise();
      same(invoke(formatter, 'format', ms), formatter.format(0), 'format');
      same(calls, 1, 'calls by format');
      invoke(formatter, 'formatToParts', ms);
      same(calls, 2, 'calls by formatToParts');
    },
    'the format of one formatter is one function without a name': () => {
      const [one, other] = [precise(), precise()];
      same(one.format, one.format, 'identity');
      same(one.format === other.format, false, 'another formatter’s');
      same(one.format.name, '', 'name');
      same(one.format.length, 1, 'length');
      same(Object.hasOwn(one.format, 'prototype'), false, 'prototype');
      same(one.format.call({}, 0), one.format(0), 'it is bound');
      equal(
        ['2020-01-01', '2021-01-01'].map((text) => Date.parse(text)).map(one.format).length,
        2,
        'as a callback',
      );
    },
    'methods refuse what is no formatter': () => {
      const get = Reflect.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format')?.get;
      if (!get) throw new Error('format is no accessor');
      for (const self of [undefined, null, {}, 0, Intl.DateTimeFormat.prototype]) {
        throws(TypeError, () => Reflect.apply(get, self, []), `format of ${typeof self}`);
        for (const key of ['formatToParts', 'resolvedOptions', 'formatRange', 'formatRangeToParts'])
          throws(
            TypeError,
            () => Reflect.apply(Reflect.get(Intl.DateTimeFormat.prototype, key), self, [0, 1]),
            `${key} of ${typeof self}`,
          );
      }
    },
    'methods take the formatters of other realms': () =>
      inFrame((frame) => {
        const foreign = new frame.Intl.DateTimeFormat('en', { timeZone: 'UTC', year: 'numeric' });
        const parts = Intl.DateTimeFormat.prototype.formatToParts.call(foreign, 0);
        same(joined(parts), '1970', 'formatToParts');
        holds(joined(Intl.DateTimeFormat.prototype.formatToParts.call(foreign)).length > 0, 'now');
        const get = Reflect.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format')?.get;
        same(
          get && Reflect.apply(Reflect.apply(get, foreign, []), undefined, [0]),
          '1970',
          'format',
        );
      }),
    'ranges need both ends': () => {
      const formatter = new Intl.DateTimeFormat('en', { timeZone: 'UTC', dateStyle: 'medium' });
      throws(TypeError, () => invoke(formatter, 'formatRange'), 'no end');
      throws(TypeError, () => invoke(formatter, 'formatRange', 0), 'one end');
      throws(TypeError, () => invoke(formatter, 'formatRange', undefined, 0), 'undefined');
      return [
        formatter.formatRange(0, 1e10),
        formatter.formatRangeToParts(0, 1e10).map(({ value, source }) => [value, source]),
        outcomeOf(() => formatter.formatRange(1e10, 0)),
      ];
    },
    'its options resolve as they did': () => {
      const options = [
        new Intl.DateTimeFormat('en-US'),
        new Intl.DateTimeFormat(['de', 'en'], { dateStyle: 'full', timeStyle: 'long' }),
        new Intl.DateTimeFormat('ar-EG', { timeZone: 'Africa/Cairo', calendar: 'islamic-civil' }),
        new Intl.DateTimeFormat('en', { timeZone: '+05:30', hourCycle: 'h23', hour: '2-digit' }),
        new Intl.DateTimeFormat(),
      ];
      return options.map((formatter) => formatter.resolvedOptions());
    },
    'it can be called without new': () => {
      const formatter = Intl.DateTimeFormat('en', { timeZone: 'UTC', year: 'numeric' });
      same(formatter instanceof Intl.DateTimeFormat, true, 'instanceof');
      same(formatter.format(0), '1970', 'format');
      same(formatter.constructor, Intl.DateTimeFormat, 'constructor');
      const bare: unknown = Reflect.apply(Intl.DateTimeFormat, {}, ['en']);
      same(bare instanceof Intl.DateTimeFormat, true, 'on an object');
      // The fallback for old code: https://tc39.es/ecma402/#sec-chaindatetimeformat
      const heir: unknown = Object.create(Intl.DateTimeFormat.prototype);
      same(Reflect.apply(Intl.DateTimeFormat, heir, ['en']), heir, 'on an heir');
    },
    'it can be subclassed and constructed for others': () => {
      class Short extends Intl.DateTimeFormat {
        year() {
          return this.format(0);
        }
      }
      const short = new Short('en', { timeZone: 'UTC', year: 'numeric' });
      same(short.year(), '1970', 'its method');
      same(short instanceof Short, true, 'instanceof');
      same(Object.getPrototypeOf(Short), Intl.DateTimeFormat, 'parent');
      equal(Short.supportedLocalesOf('en'), ['en'], 'statics');
      const made: object = Reflect.construct(Intl.DateTimeFormat, ['en'], Array);
      same(Object.getPrototypeOf(made), Array.prototype, 'a foreign new.target');
      holds(new Short('en').format().length > 0, 'the present');
      const present = new Short('en', { dateStyle: 'full' });
      isPresent(
        () => present.format(),
        (ms) => present.format(ms),
        'format()',
      );
    },
    'it is its own constructor': () => {
      same(Intl.DateTimeFormat.prototype.constructor, Intl.DateTimeFormat, 'constructor');
      same(new Intl.DateTimeFormat().constructor, Intl.DateTimeFormat, 'of a formatter');
      same(
        Object.prototype.toString.call(new Intl.DateTimeFormat()),
        '[object Intl.DateTimeFormat]',
        'tag',
      );
    },
    'wrong options are refused': () => [
      outcomeOf(() => new Intl.DateTimeFormat('no such locale')),
      outcomeOf(() => new Intl.DateTimeFormat('en', { timeZone: 'Nowhere/At all' })),
      outcomeOf(() => Reflect.construct(Intl.DateTimeFormat, ['en', null])),
      outcomeOf(() => Reflect.construct(Intl.DateTimeFormat, [null])),
      outcomeOf(() => Reflect.construct(Intl.DateTimeFormat, ['en', { dateStyle: 'x' }])),
      outcomeOf(() => new Intl.DateTimeFormat('en', { dateStyle: 'full', year: 'numeric' })),
    ],
    'its options are read in the order they were': () => {
      const log: string[] = [];
      const options = new Proxy(
        {},
        {
          get(_, key) {
            log.push(String(key));
            return undefined;
          },
        },
      );
      Reflect.construct(Intl.DateTimeFormat, ['en', options]);
      return log;
    },
    'dates write the present in words of the locale': () => {
      const at = (ms: number): string =>
        new Date(ms).toLocaleString('en', { fractionalSecondDigits: 3 });
      isPresent(
        () => new Date().toLocaleString('en', { fractionalSecondDigits: 3 }),
        at,
        'toLocaleString',
      );
    },
    'formatters of durations and relative times are untouched': () => [
      new Intl.RelativeTimeFormat('en').format(-1, 'day'),
      new Intl.NumberFormat('en').format(1234.5),
    ],
  },
};
