import type { Invite } from './invite.ts';
import type { Text } from './text.ts';

/** Who brought an invite about: the site's own code, a scenario of ours, or the tester with Fire now. */
export const causes = ['site', 'scenario', 'fire'] as const;
export type Cause = (typeof causes)[number];

/** What can become of an invite, in the words that chat vendors share. */
export const outcomes = [
  'offered',
  'shown',
  'accepted',
  'dismissed',
  'timed out',
  'blocked',
  /** In a dry run: the end of an invite that was not passed on. */
  'recorded',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Everything that a timeline tells. */
export const eventKinds = [
  'page loaded',
  'address changed',
  'widget ready',
  'widget error',
  'chat started',
  'chat closed',
  'pointer left',
  'skipped',
  'left out',
  'ended',
  'run began',
  'run passed',
  'run failed',
  'qualified',
  ...outcomes,
] as const;
export type EventKind = (typeof eventKinds)[number];

/** One thing that happened in a tab. */
export interface TimelineEvent {
  readonly kind: EventKind;
  readonly text: Text;
  /** The real time, in ms since 1970. */
  readonly at: number;
  /** The time on the visitor's clock, in ms since 1970. */
  readonly visitorAt: number;
  readonly cause?: Cause;
  readonly scenarioId?: string;
  /** Of an invite that was passed to the widget's SDK, or recorded instead: what it was, see `recordOf`. */
  readonly invite?: Invite;
}

/** What has become of a scenario in the present document. */
export interface ScenarioOutcome {
  readonly outcome: Outcome | 'qualified';
  readonly cause: Cause;
  readonly text: Text;
  readonly at: number;
}
