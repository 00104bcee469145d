import { invoke, outcomeOf, property, same } from './check.ts';
import { inFrame } from './frames.ts';
import type { Suite } from './suite.ts';

/** Moments of summer and winter, around changes of the clock, and long ago. */
const MOMENTS: readonly number[] = [
  ...Array.from({ length: 24 }, (_, month) => Date.UTC(2024, month, 15, 12, 34, 56, 789)),
  // 2024-03-10 07:00 and 2024-11-03 06:00 UTC are when New York's clocks change.
  ...[-1, 0, 1, 3_599_999, 3_600_000].map((ms) => Date.UTC(2024, 2, 10, 7) + ms),
  ...[-3_600_001, -3_600_000, -1, 0, 1, 3_600_000].map((ms) => Date.UTC(2024, 10, 3, 6) + ms),
  ...[1883, 1884, 1900, 1918, 1942, 1945, 1967, 1974, 1987, 2006, 2007, 2100].map((year) =>
    Date.UTC(year, 6, 1),
  ),
  Date.UTC(1883, 10, 18, 16, 59, 59),
  Date.UTC(1883, 10, 18, 17, 0, 1),
  0,
  -1,
  8.64e15,
  -8.64e15,
];

/** Local times, some of which do not exist, or exist twice, where clocks change. */
const LOCAL_TIMES: readonly (readonly [
  number,
  number,
  number?,
  number?,
  number?,
  number?,
  number?,
])[] = [
  [2024, 0],
  [2024, 6, 4],
  [2024, 2, 10, 1, 59, 59, 999],
  [2024, 2, 10, 2],
  [2024, 2, 10, 2, 30],
  [2024, 2, 10, 2, 59, 59, 999],
  [2024, 2, 10, 3],
  [2024, 10, 3, 0, 59, 59, 999],
  [2024, 10, 3, 1],
  [2024, 10, 3, 1, 30],
  [2024, 10, 3, 1, 59, 59, 999],
  [2024, 10, 3, 2],
  [1883, 10, 18, 12],
  [1883, 10, 18, 11, 58],
  [99, 0],
  [2024, 12],
  [2024, -1],
  [2024, 0, 0],
  [2024, 0, 400, 50, 100],
  [275760, 8, 13, 0],
  [-271821, 3, 20, 0],
];

const LOCAL_TEXTS: readonly string[] = [
  '2024-07-04T12:00',
  '2024-07-04T12:00:00.123',
  '2024-07-04',
  '2024-03-10T02:30:00',
  '2024-11-03T01:30:00',
  'Jul 4, 2024 12:00',
  'Thu Jul 04 2024 12:00:00',
  'Thu Jul 04 2024 12:00:00 EST',
  'Thu Jul 04 2024 12:00:00 EDT',
  'Thu Jul 04 2024 12:00:00 GMT+0200',
  '7/4/2024',
  '2024/07/04 12:00',
  '1883-11-18T12:00',
  '+010000-07-04T12:00:00',
];

const GETTERS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];

const written = (date: Date): readonly unknown[] => [
  date.getTime(),
  date.toString(),
  date.toDateString(),
  date.toTimeString(),
  date.getTimezoneOffset(),
  ...GETTERS.map((part) => invoke(date, `get${part}`)),
  invoke(date, 'getYear'),
];

/** Everything about a date that depends on where one is. */
export const timeZone: Suite = {
  name: 'Time zone',
  cases: {
    'parts and texts of moments': () => MOMENTS.map((ms) => written(new Date(ms)).join(' ')),
    'locale texts of moments': () =>
      MOMENTS.map((ms) => {
        const date = new Date(ms);
        return [
          date.toLocaleString('en-US'),
          date.toLocaleDateString('en-GB', { dateStyle: 'full' }),
          date.toLocaleTimeString('de', { timeStyle: 'full' }),
          date.toLocaleString('fr', { timeZoneName: 'long' }),
          date.toLocaleString('en', { hour: 'numeric', timeZoneName: 'shortOffset' }),
          date.toLocaleString(),
        ].join(' | ');
      }),
    'local parts make moments': () =>
      LOCAL_TIMES.map((parts) => {
        const date: Date = Reflect.construct(Date, parts);
        return `${parts.join()} ${written(date).join(' ')}`;
      }),
    'texts without an offset are local': () =>
      LOCAL_TEXTS.map((text) => `${text} ${String(Date.parse(text))} ${String(new Date(text))}`),
    'setters set local parts': () => {
      const lines: string[] = [];
      for (const ms of [
        Date.UTC(2024, 2, 10, 12),
        Date.UTC(2024, 10, 3, 12),
        Date.UTC(2024, 6, 4),
        Number.NaN,
      ]) {
        for (const [setter, ...args] of [
          ['setFullYear', 2025],
          ['setFullYear', 2025, 1, 29],
          ['setFullYear', 1883, 10, 18],
          ['setYear', 99],
          ['setMonth', 0],
          ['setMonth', 7, 31],
          ['setDate', 1],
          ['setDate', 40],
          ['setDate', 0],
          ['setHours', 1],
          ['setHours', 2, 30],
          ['setHours', 24, 0, 0, 1],
          ['setMinutes', 90],
          ['setMinutes', 5, 6, 7],
          ['setSeconds', 61],
          ['setSeconds', 5, 6],
          ['setMilliseconds', 1234],
          ['setTime', 0],
          ['setUTCHours', 6],
          ['setUTCDate', 1],
        ] as const) {
          const date = new Date(ms);
          const result = invoke(date, setter, ...args);
          lines.push(`${ms} ${setter} ${args.join()} ${String(result)} ${date.toString()}`);
        }
      }
      return lines;
    },
    'steps of half an hour through the days when clocks change': () => {
      const lines: string[] = [];
      for (const [month, day] of [
        [2, 10],
        [10, 3],
      ] as const)
        for (let half = 0; half < 60; half++) {
          const date = new Date(2024, month, day, 0, half * 30);
          lines.push(`${date.getTime()} ${date.toString()}`);
          const stepped = new Date(2024, month, day);
          stepped.setMinutes(half * 30);
          same(stepped.getTime(), date.getTime(), 'setMinutes');
        }
      return lines;
    },
    'offsets of two centuries': () => {
      const offsets: string[] = [];
      let last = '';
      for (let ms = Date.UTC(1850, 0); ms < Date.UTC(2050, 0); ms += 86_400_000) {
        const offset = String(new Date(ms).getTimezoneOffset());
        if (offset !== last) offsets.push(`${new Date(ms).toISOString()} ${offset}`);
        last = offset;
      }
      return offsets;
    },
    'Intl is in the zone, unless another is named': () => [
      new Intl.DateTimeFormat('en').resolvedOptions(),
      new Intl.DateTimeFormat('en', { timeZone: undefined }).resolvedOptions().timeZone,
      new Intl.DateTimeFormat('en', { timeZone: 'Asia/Tokyo' }).resolvedOptions().timeZone,
      Intl.DateTimeFormat().resolvedOptions().timeZone,
      new (class extends Intl.DateTimeFormat {})('en').resolvedOptions().timeZone,
      ...MOMENTS.map((ms) => [
        new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeStyle: 'full' }).format(ms),
        new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'short' }).formatRange(
          Math.min(ms, 0),
          Math.max(ms, 0),
        ),
        new Intl.DateTimeFormat('de', { timeStyle: 'long' }).formatToParts(new Date(ms)),
        new Intl.DateTimeFormat('en', { timeStyle: 'long', timeZone: 'Asia/Tokyo' }).format(ms),
      ]),
    ],
    'a named zone is converted and refused as ever': () => [
      outcomeOf(() => new Date(0).toLocaleString('en', { timeZone: 'Nowhere/At all' })),
      outcomeOf(() => Reflect.apply(Date.prototype.toLocaleString, new Date(0), ['en', null])),
      outcomeOf(() => Reflect.apply(Date.prototype.toLocaleString, new Date(0), [null])),
      outcomeOf(() => new Date(0).toLocaleString('en', { timeZone: 'asia/tokyo' })),
      outcomeOf(() => new Date(Number.NaN).toLocaleString()),
      outcomeOf(() => String(new Date(Number.NaN))),
      new Date(0).toLocaleTimeString('en', { timeZone: 'America/Los_Angeles' }),
    ],
    'arrays of dates are in the zone': () => [new Date(0), new Date(1e12)].toLocaleString(),
    'sums and comparisons use the local text': () => [
      `${new Date(0)}`,
      new Date(0) + ('x' as unknown as string),
      Reflect.apply(Date.prototype[Symbol.toPrimitive], new Date(0), ['string']),
      Reflect.apply(Date.prototype[Symbol.toPrimitive], new Date(0), ['default']),
      Reflect.apply(Date.prototype[Symbol.toPrimitive], new Date(0), ['number']),
      [new Date(0)].join(),
      JSON.stringify(new Date(0)),
    ],
    'a subclass is in the zone': () => {
      class Day extends Date {}
      return [
        new Day(2024, 6, 4).getTime(),
        new Day('2024-07-04T12:00').getTime(),
        String(new Day(0)),
      ];
    },
    'UTC is UTC': () => [
      Date.UTC(2024, 6, 4),
      new Date(0).toISOString(),
      new Date(0).toUTCString(),
      new Date(0).getUTCHours(),
    ],
    'other realms are in the zone': () =>
      inFrame((frame) => [
        new frame.Date(2024, 6, 4).getTime(),
        new frame.Date(0).toString(),
        frame.Intl.DateTimeFormat().resolvedOptions().timeZone,
        frame.Date.prototype.getHours.call(new Date(0)),
        Date.prototype.getHours.call(new frame.Date(0)),
      ]),
    'the present is in the zone': () => {
      const now = new Date();
      const hour = new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23' }).format(now);
      same(Number(hour), now.getHours(), 'hours');
      same(new Date(Date()).getHours(), new Date(Date.parse(Date())).getHours(), 'Date()');
      return Date().replace(/^.*GMT/, 'GMT');
    },
    'document.lastModified is in the zone': () => {
      const { lastModified } = document;
      const shown = new Date(lastModified).getTime();
      same(Math.abs(shown - Date.now()) < 10 * 60_000, true, `${lastModified} at ${Date()}`);
    },
    'Temporal is in the zone': () => {
      const now = property(property(globalThis, 'Temporal'), 'Now');
      if (now === undefined) return 'no Temporal';
      return [invoke(now, 'timeZoneId'), property(invoke(now, 'zonedDateTimeISO'), 'timeZoneId')];
    },
  },
};
