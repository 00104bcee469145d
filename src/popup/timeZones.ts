import { isTimeZone, offsetsOf } from '../model/timeZone.ts';

let known: readonly string[] | null = null;

/** The time zones that a tester can choose from, by the IANA names that this browser gives them. Asked for when they are first needed: a popup is open sooner without. */
export function timeZones(): readonly string[] {
  known ??= [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];
  return known;
}

/** The name of a time zone as it is in the list, whatever its case, with spaces or without; what is not there, as typed. */
export function knownTimeZone(typed: string): string {
  const wanted = typed.trim().replaceAll(' ', '_').toLowerCase();
  return timeZones().find((name) => name.toLowerCase() === wanted) ?? typed.trim();
}

/** The time zone of the tester's own computer. */
export const realTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the clocks of a time zone show at a moment in ms since 1970, to the minute: `2026-12-24 18:00`. Null is the real zone, and so is one that nobody knows. */
export function localTime(epochMs: number, timeZone: string | null): string {
  const zone = timeZone !== null && isTimeZone(timeZone) ? timeZone : null;
  const local = new Date(epochMs + offsetsOf(zone)(epochMs));
  return local.toISOString().slice(0, 16).replace('T', ' ');
}
