/*
 * Times of day in a time zone, for the visitor's clock. Nothing but Intl knows the rules of the zones, and
 * of Intl only what is taken here, at once: a page may replace it later.
 */

const { DateTimeFormat } = Intl;
const MINUTE = 60_000;
const DAY = 86_400_000;
/** The last instant of a Date, in ms since 1970; the first is as far before. */
export const LATEST = 8.64e15;

/** Whether a browser knows a time zone of this IANA name, such as Europe/Berlin. */
export function isTimeZone(name: string): boolean {
  try {
    return new DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** How far the clocks of a zone are ahead of UTC at an instant, in ms; NaN for NaN. */
export type OffsetAt = (epochMs: number) => number;

/** The offsets of a time zone; null is the real one. Raises a RangeError for an unknown name. */
export function offsetsOf(timeZone: string | null): OffsetAt {
  const { format } = new DateTimeFormat('en', {
    ...(timeZone !== null && { timeZone }),
    timeZoneName: 'longOffset',
  });
  // Rules change at whole quarters of an hour; pages ask for the same hour again and again.
  const known = new Map<number, number>();
  return (epochMs) => {
    if (Number.isNaN(epochMs)) return epochMs;
    const quarter = Math.floor(Math.min(Math.max(epochMs, -LATEST), LATEST) / (15 * MINUTE));
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = readOffset(format(quarter * 15 * MINUTE));
      if (known.size > 1000) known.clear();
      known.set(quarter, offset);
    }
    return offset;
  };
}

/** The offset in `1/1/1970, GMT-03:30`, in ms; `GMT` alone is 0, and old offsets have seconds. */
function readOffset(formatted: string): number {
  const [, sign, hours, minutes, seconds] =
    /GMT([+\-\u2212])(\d+):(\d+)(?::(\d+))?/.exec(formatted) ?? [];
  if (sign === undefined) return 0;
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds ?? 0) * 1000;
  return sign === '+' ? size : -size;
}

/**
 * The instant at which the clocks of a zone show a local time, in ms since 1970. A time that comes twice
 * is the earlier one, and one that is left out is read with the offset before the gap, as in
 * https://tc39.es/ecma262/#sec-utc-t.
 */
export function instantOfLocal(local: number, offsetAt: OffsetAt): number {
  const before = local - offsetAt(local - DAY);
  const after = local - offsetAt(local + DAY);
  const isShownAt = (instant: number) => instant + offsetAt(instant) === local;
  return isShownAt(before) || !isShownAt(after) ? before : after;
}

const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/;

/** The instant of an ISO 8601 date and time without offset in a zone, in ms since 1970; null if it names none. */
export function parseLocalTime(value: string, timeZone: string | null): number | null {
  if (!LOCAL.test(value)) return null;
  const iso = `${value.replace(' ', 'T')}Z`;
  const local = Date.parse(iso);
  if (Number.isNaN(local) || !new Date(local).toISOString().startsWith(iso.slice(0, 10)))
    return null;
  return instantOfLocal(local, offsetsOf(timeZone));
}
