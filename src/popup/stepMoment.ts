/** The parts of a date and time in ISO 8601, with a space or T between, and with an offset or without. */
const MOMENT =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{3}))?)?(?:Z|[+-]\d{2}:\d{2})?$/d;

interface SteppedMoment {
  readonly written: string;
  /** Where the part that was changed begins and ends, to show it. */
  readonly start: number;
  readonly end: number;
}

/**
 * A date and time, written as before, with the part at the caret one more or one less, as date fields of
 * browsers do. Behind the last part it is that one. Other parts follow as on a calendar: a minute after
 * 23:59 is the next day; the last day of a month stays in its month when that changes. Null if the text is
 * no such moment, or would leave the years 1 to 9999.
 */
export function stepMoment(typed: string, caret: number, by: 1 | -1): SteppedMoment | null {
  const found = MOMENT.exec(typed);
  const places = found?.indices?.slice(1).filter((place) => place !== undefined) ?? [];
  if (!found || places.length === 0) return null;
  const at = places.findIndex(([, end]) => caret <= end);
  const part = at < 0 ? places.length - 1 : at;
  const parts = found.slice(1).map((digits) => Number(digits ?? 0));
  const stepped = parts.map((value, index) => (index === part ? value + by : value));
  const [year = 0, month = 0, day = 0, ...time] = stepped;
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, part < 2 ? Math.min(day, daysIn(year, month)) : day);
  const [hours = 0, minutes = 0, seconds = 0, ms = 0] = time;
  moment.setUTCHours(hours, minutes, seconds, ms);
  const now = moment.getUTCFullYear();
  if (now < 1 || now > 9999) return null;
  const fresh = MOMENT.exec(moment.toISOString())?.slice(1) ?? [];
  let written = typed;
  places.forEach(([start, end], index) => {
    written = written.slice(0, start) + fresh[index] + written.slice(end);
  });
  const [start, end] = places[part] ?? [0, 0];
  return { written, start, end };
}

/** How many days a month has; months count from 1, and 0 is the last of the year before. */
function daysIn(year: number, month: number): number {
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}
