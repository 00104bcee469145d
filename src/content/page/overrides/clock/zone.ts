import { instantOfLocal, type OffsetAt } from '../../../../model/timeZone.ts';
import * as natives from '../../natives.ts';
import { replaceMethod, type Undo, undoAll } from '../../patches.ts';

const NativeDate = natives.Date;
const apply = natives.apply;
const { prototype } = NativeDate;
const { getTime, setTime, toUTCString, getUTCFullYear, setUTCFullYear, getTimezoneOffset } =
  prototype;
const { DateTimeFormat } = Intl;
const { isNaN: isInvalid } = Number;
const MINUTE = 60_000;
const KNOWN_YEAR = 2024;
const FIELDS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];

/** Texts that name their own time zone, as Date.parse takes them: dates alone in ISO 8601, and what ends with a zone. */
const HAS_ZONE =
  /^(?:\d{4}|[+-]\d{6})(?:-\d\d){0,2}$|(?:\d:\d\d\S*\s*[+-]\d\d(?::?\d\d)?|Z|GMT(?:[+-]\d{1,4})?|UTC?|[ECMP][SD]T)\s*(?:\(.*\))?$/i;

/** Times of day as Date tells them, in a time zone that is not the browser's. */
export interface LocalTime {
  /** As Date.prototype.toString writes an instant. */
  text(time: number): string;
  /** The instant of a text or of the arguments of `new Date`, in ms since 1970; null if it is the same in every zone. */
  instant(args: ArrayLike<unknown>): number | null;
  /** Makes Date.prototype tell these times. */
  override(): Undo;
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** The times of a time zone with its IANA name and offsets. */
export function createLocalTime(timeZone: string, offsetAt: OffsetAt): LocalTime {
  const long = new DateTimeFormat(undefined, { timeZone, timeZoneName: 'long' });
  const { formatToParts } = long;
  /** A date whose UTC fields are the local ones of an instant. */
  const shifted = (time: number): Date => new NativeDate(time + offsetAt(time));
  const fromLocal = (local: number): number => instantOfLocal(local, offsetAt);
  const timeOf = (date: unknown): number => apply(getTime, date, []);

  // Of `Thu, 24 Dec 2026 18:00:00 GMT`: `Thu Dec 24 2026`.
  function dateText(time: number): string {
    const utc = apply(toUTCString, shifted(time), []);
    return `${utc.slice(0, 3)} ${utc.slice(8, 11)} ${utc.slice(5, 7)} ${utc.slice(12, -13)}`;
  }
  /** The name of the zone's time; null where the rules of that year have none. */
  function nameAt(time: number): string | null {
    for (const { type, value } of apply(formatToParts, long, [time])) {
      if (type === 'timeZoneName') return /^GMT./.test(value) ? null : value;
    }
    return null;
  }
  /** The same day of a year with names for all, which browsers take for others too. */
  const inKnownYear = (time: number): number =>
    apply(setUTCFullYear, new NativeDate(time), [KNOWN_YEAR]);
  function timeText(time: number): string {
    const minutes = Math.trunc(offsetAt(time) / MINUTE);
    const size = Math.abs(minutes);
    const offset = `${minutes < 0 ? '-' : '+'}${two(Math.trunc(size / 60))}${two(size % 60)}`;
    return `${apply(toUTCString, shifted(time), []).slice(-12, -4)} GMT${offset} (${nameAt(time) ?? nameAt(inKnownYear(time)) ?? `GMT${offset}`})`;
  }
  const text = (time: number): string => `${dateText(time)} ${timeText(time)}`;

  function parse(written: string): number | null {
    const real = NativeDate.parse(written);
    if (isInvalid(real) || HAS_ZONE.test(written)) return null;
    return fromLocal(real - apply(getTimezoneOffset, new NativeDate(real), []) * MINUTE);
  }

  /** A method that tells something of a date; of an invalid one the native does. */
  const tell = (name: string, of: (time: number) => unknown): Undo =>
    replaceMethod(prototype, name, (native, self, args) => {
      const time = timeOf(self);
      return isInvalid(time) ? natives.apply(native, self, args) : of(time);
    });

  /** A method that sets something of a date, by what `set` does to one whose UTC fields are the local ones. */
  const setBy = (name: string, set: (date: Date, args: unknown[]) => void): Undo =>
    replaceMethod(prototype, name, (_native, self, args) => {
      const time = timeOf(self);
      // Only a year makes an invalid date valid: https://tc39.es/ecma262/#sec-date.prototype.setfullyear
      const date = isInvalid(time) && name.endsWith('Year') ? new NativeDate(0) : shifted(time);
      set(date, args);
      return apply(setTime, self, [fromLocal(timeOf(date))]);
    });

  const overrideField = (field: string): Undo => {
    const get: () => unknown = Reflect.get(prototype, `getUTC${field}`);
    const set: (...args: unknown[]) => unknown = Reflect.get(prototype, `setUTC${field}`);
    return undoAll([
      tell(`get${field}`, (time) => apply(get, shifted(time), [])),
      setBy(`set${field}`, (date, args) => apply(set, date, args)),
    ]);
  };

  return {
    text,
    instant(args) {
      if (args.length > 1) return fromLocal(apply(NativeDate.UTC, undefined, args));
      return typeof args[0] === 'string' ? parse(args[0]) : null;
    },
    override: () =>
      undoAll([
        tell('toString', text),
        tell('toDateString', dateText),
        tell('toTimeString', timeText),
        tell('getTimezoneOffset', (time) => (0 - offsetAt(time)) / MINUTE),
        tell('getYear', (time) => apply(getUTCFullYear, shifted(time), []) - 1900),
        setBy('setYear', (date, [year]) => {
          const full = Math.trunc(natives.apply(Number, undefined, [year]));
          apply(setUTCFullYear, date, [full >= 0 && full <= 99 ? full + 1900 : full]);
        }),
        ...FIELDS.map(overrideField),
      ]),
  };
}
