import { asNumber, holds, invoke, outcomeOf, property, same, throws } from './check.ts';
import { type Case, NotInThisBrowser, type Suite } from './suite.ts';

function temporalNow(): object {
  const now = property(property(globalThis, 'Temporal'), 'Now');
  if (typeof now !== 'object' || now === null) throw new NotInThisBrowser('Temporal');
  return now;
}

const epochOf = (instant: unknown): number =>
  asNumber(property(instant, 'epochMilliseconds'), 'epochMilliseconds');

const temporal = (key: string): unknown => property(property(globalThis, 'Temporal'), key);

/** Whether a text is what `at` makes of a moment while `make` ran. */
function isPresent(make: () => unknown, at: (zoned: unknown) => string, what: string): void {
  const texts = (ms: number): string => {
    const instant = invoke(temporal('Instant'), 'fromEpochMilliseconds', ms);
    return at(invoke(instant, 'toZonedDateTimeISO', invoke(temporalNow(), 'timeZoneId')));
  };
  const before = Date.now();
  const text = String(make()).slice(0, 19);
  const after = Date.now();
  for (let ms = before; ms < after + 1000; ms += 1000)
    if (texts(Math.min(ms, after)).slice(0, 19) === text) return;
  throw new Error(`${what} is ${text}, expected ${texts(before)}`);
}

const cases: Readonly<Record<string, Case>> = {
  'the instant is the present': () => {
    const before = Date.now();
    const now = epochOf(invoke(temporalNow(), 'instant'));
    const after = Date.now();
    holds(before <= now && now <= after, `${before} <= ${now} <= ${after}`);
  },
  'instants do not go back': () => {
    const compare = (one: unknown, other: unknown): unknown =>
      invoke(temporal('Instant'), 'compare', one, other);
    let last = invoke(temporalNow(), 'instant');
    for (let call = 0; call < 2000; call++) {
      const next = invoke(temporalNow(), 'instant');
      holds(asNumber(compare(last, next), 'compare') <= 0, `${String(last)} <= ${String(next)}`);
      last = next;
    }
  },
  'what it gives is of its kind': () => {
    const now = temporalNow();
    for (const [key, kind] of [
      ['instant', 'Instant'],
      ['zonedDateTimeISO', 'ZonedDateTime'],
      ['plainDateTimeISO', 'PlainDateTime'],
      ['plainDateISO', 'PlainDate'],
      ['plainTimeISO', 'PlainTime'],
    ] as const) {
      const value = invoke(now, key);
      const Kind = temporal(kind);
      holds(typeof Kind === 'function' && value instanceof Kind, `${key} gives a ${kind}`);
    }
    same(typeof invoke(now, 'timeZoneId'), 'string', 'timeZoneId');
  },
  'plain dates and times are the present’s in the time zone': () => {
    const now = temporalNow();
    isPresent(
      () => invoke(now, 'plainDateTimeISO'),
      (zoned) => String(invoke(zoned, 'toPlainDateTime')),
      'plainDateTimeISO',
    );
    isPresent(
      () => invoke(now, 'zonedDateTimeISO'),
      (zoned) => String(zoned),
      'zonedDateTimeISO',
    );
    isPresent(
      () => invoke(now, 'plainDateISO'),
      (zoned) => String(invoke(zoned, 'toPlainDate')),
      'plainDateISO',
    );
    isPresent(
      () => String(invoke(now, 'plainTimeISO')).slice(0, 8),
      (zoned) => String(invoke(zoned, 'toPlainTime')).slice(0, 8),
      'plainTimeISO',
    );
  },
  'another time zone can be named': () => {
    const now = temporalNow();
    const there = invoke(now, 'zonedDateTimeISO', 'Asia/Tokyo');
    same(property(there, 'timeZoneId'), 'Asia/Tokyo', 'its zone');
    same(property(there, 'offset'), '+09:00', 'its offset');
    holds(Math.abs(epochOf(there) - Date.now()) < 20_000, 'it is the present');
    const utc = invoke(now, 'plainDateTimeISO', 'UTC');
    const plain = invoke(now, 'plainDateTimeISO', '+02:00');
    const hours = property(invoke(utc, 'until', plain), 'hours');
    same(hours, 2, 'two hours later there');
  },
  'the zone is that of Intl': () => {
    same(
      invoke(temporalNow(), 'timeZoneId'),
      new Intl.DateTimeFormat().resolvedOptions().timeZone,
      'zone',
    );
    return invoke(temporalNow(), 'timeZoneId');
  },
  'wrong zones are refused': () => {
    const now = temporalNow();
    for (const key of ['zonedDateTimeISO', 'plainDateTimeISO', 'plainDateISO', 'plainTimeISO']) {
      throws(RangeError, () => invoke(now, key, 'Nowhere/At all'), `${key} of an unknown zone`);
      throws(TypeError, () => invoke(now, key, null), `${key} of null`);
      throws(TypeError, () => invoke(now, key, 5), `${key} of a number`);
      throws(TypeError, () => invoke(now, key, Symbol('x')), `${key} of a symbol`);
      throws(TypeError, () => invoke(now, key, {}), `${key} of an object`);
    }
    return [
      outcomeOf(() =>
        String(invoke(now, 'zonedDateTimeISO', '2020-01-01T00:00[Asia/Tokyo]')).slice(-12),
      ),
    ];
  },
  'methods need no this': () => {
    for (const key of ['instant', 'zonedDateTimeISO', 'plainDateISO', 'timeZoneId']) {
      const method = property(temporalNow(), key);
      if (typeof method !== 'function') throw new Error(`no ${key}`);
      holds(Reflect.apply(method, undefined, []) !== undefined, key);
    }
  },
  'the rest of Temporal is untouched': () => {
    temporalNow();
    const at = invoke(temporal('Instant'), 'fromEpochMilliseconds', 1_720_000_000_123);
    return [
      String(at),
      String(invoke(at, 'toZonedDateTimeISO', 'Europe/Paris')),
      outcomeOf(() => String(invoke(temporal('PlainDate'), 'from', '2020-02-30'))),
      outcomeOf(() => invoke(temporal('PlainDate'), 'from', 'x')),
      invoke(at, 'toLocaleString', 'en', { timeZone: 'UTC' }),
      invoke(at, 'toLocaleString', 'en-US'),
    ];
  },
};

/** https://tc39.es/proposal-temporal/#sec-temporal-now-object */
export const temporalSuite: Suite = { name: 'Temporal.Now', cases };
