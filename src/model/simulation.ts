import { hasOverlay, type Presentation } from './presentation.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { type ClockReading, visitorTime } from './visitor/clock.ts';
import type { Landing } from './visitor/landing.ts';
import { activeOverrides, type Visitor } from './visitor/visitor.ts';

/** What becomes of invites and chats: they reach the widget, or are recorded and nothing else. */
export const inviteModes = ['live', 'dry run'] as const;
export type InviteMode = (typeof inviteModes)[number];

/** What the tester wants in a tab: a dry run on all its pages, or live invites on one site that has dry runs by default. */
export type InviteChoice = 'dry run' | { readonly liveOn: string };

/** All that is active in one tab. */
export interface Simulation {
  /**
   * Names this visitor: no two visitors ever share one, and a later visitor has a higher one. Tabs share
   * it when one was opened from the other, for as long as neither gets another visitor. A document that was made with another epoch was made for somebody else.
   */
  readonly epoch: number;
  readonly visitor: Visitor;
  /** What the visitor's clock goes on from; null while it is real. */
  readonly clockReading: ClockReading | null;
  /** None as long as no document has arrived since the visitor was set. */
  readonly landing?: Landing;
  /** The ids of the scenarios that watch the page. */
  readonly scenarioIds: readonly string[];
  /** None as long as invites are what they are by default on the site. */
  readonly invites?: InviteChoice;
  /** None as long as nothing was presented. */
  readonly presentation?: Presentation;
  /** Whether the site's own code is watched. */
  readonly isSiteWatched?: true;
}

/** A simulation as the page world gets it: the same, with its scenarios in full. */
export interface PageSimulation {
  readonly epoch: number;
  readonly visitor: Visitor;
  readonly clockReading: ClockReading | null;
  /** None as long as no document has arrived since the visitor was set. */
  readonly landing?: Landing;
  readonly scenarios: readonly Scenario[];
  readonly invites: InviteMode;
  readonly isSiteWatched?: true;
}

export const emptySimulation = (epoch: number): Simulation => ({
  epoch,
  visitor: {},
  clockReading: null,
  scenarioIds: [],
});

/** Whether the page has to be made to see anything at all. */
export const isActive = (simulation: Simulation): boolean =>
  simulation.scenarioIds.length > 0 ||
  activeOverrides(simulation.visitor).length > 0 ||
  simulation.invites === 'dry run' ||
  simulation.isSiteWatched === true ||
  // It tells what the page world watches.
  hasOverlay(simulation);

/** What becomes of invites on a site, which its host permission names; on a production site nothing is live that nobody wanted live there. */
export function inviteModeOn(
  choice: InviteChoice | undefined,
  site: string | null,
  isProduction: boolean,
): InviteMode {
  if (choice === 'dry run') return 'dry run';
  return isProduction && (choice === undefined || choice.liveOn !== site) ? 'dry run' : 'live';
}

/** Whether a document needs its simulation before its first script; scenarios alone can come a little later. */
export const isForFirstScript = ({
  visitor,
  invites,
  isSiteWatched,
}: Pick<PageSimulation, 'visitor' | 'invites' | 'isSiteWatched'>): boolean =>
  activeOverrides(visitor).length > 0 || invites === 'dry run' || isSiteWatched === true;

/** The time on the visitor's clock when it is really `now`, both in ms since 1970. */
export const timeFor = (
  { visitor, clockReading }: Pick<Simulation, 'visitor' | 'clockReading'>,
  now: number,
): number =>
  visitor.clock && clockReading ? visitorTime(clockReading, visitor.clock.speed ?? 1, now) : now;
