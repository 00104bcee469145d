import type { Invite } from '../../../../src/model/invite.ts';
import { text } from '../../../../src/model/text.ts';
import type { Cause, TimelineEvent } from '../../../../src/model/timeline.ts';
import { invite } from '../../builders.ts';

/** When the visitor's clock and the real one are, in ms since 1970; they differ, as they do where one is set. */
const VISITOR = Date.UTC(2026, 11, 24, 18);
const REAL = Date.UTC(2025, 0, 1);

type Kind = TimelineEvent['kind'];

/** Events at times on the visitor's clock, in s; the real clock stands still, as while time is skipped. */
export const at = (
  second: number,
  kind: Kind,
  parts: Partial<TimelineEvent> = {},
): TimelineEvent => ({
  kind,
  text: text('eventWidgetReady'),
  at: REAL,
  visitorAt: VISITOR + second * 1000,
  ...parts,
});

export const loaded = (address: string): TimelineEvent =>
  at(0, 'page loaded', { text: text('eventPageLoaded', address) });

export const moved = (second: number, address: string): TimelineEvent =>
  at(second, 'address changed', { text: text('eventAddressChanged', address) });

export const offered = (
  second: number,
  parts: Partial<Invite> = {},
  cause: Cause = 'scenario',
): TimelineEvent =>
  at(second, 'offered', { text: text('offered', ''), cause, invite: invite(parts) });

export const shown = (second: number, message = 'May I help?', cause: Cause = 'scenario') =>
  at(second, 'shown', { text: text('shown', message), cause });

export const visitorClock = (second: number): number => VISITOR + second * 1000;
