import type { ClockOverride } from '../model/visitor/clock.ts';
import { numberFrom } from './numberFrom.ts';
import { knownTimeZone } from './timeZones.ts';

/** A clock as it is being typed. */
export interface ClockDraft {
  readonly clock: 'real' | 'running' | 'stopped' | 'speed';
  /** A date and time; empty for the real one. */
  readonly clockAt: string;
  /** Empty for the country's or the real one. */
  readonly clockZone: string;
  /** Seconds that pass in a real one; counts for the choice `speed` only. */
  readonly clockSpeed: string;
}

function paceOf(clock: ClockOverride | undefined): ClockDraft['clock'] {
  if (!clock) return 'real';
  if (clock.speed === undefined) return 'running';
  return clock.speed === 0 ? 'stopped' : 'speed';
}

export const clockDraftOf = (clock: ClockOverride | undefined): ClockDraft => ({
  clock: paceOf(clock),
  clockAt: clock?.at ?? '',
  clockZone: clock?.timeZone ?? '',
  clockSpeed: String(clock?.speed || 10),
});

/** The clock that a draft describes, undefined for the real one; a speed that is no number is NaN, which `clockProblems` finds. */
export function clockFrom({
  clock,
  clockAt,
  clockZone,
  clockSpeed,
}: ClockDraft): ClockOverride | undefined {
  if (clock === 'real') return undefined;
  const at = clockAt.trim();
  const timeZone = knownTimeZone(clockZone);
  return {
    at: at === '' ? null : at,
    ...(clock === 'stopped' && { speed: 0 }),
    ...(clock === 'speed' && { speed: numberFrom(clockSpeed) }),
    ...(timeZone !== '' && { timeZone }),
  };
}
