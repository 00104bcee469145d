import type { Scenario } from './scenarios/scenario.ts';
import type { Simulation } from './simulation.ts';
import type { TimelineEvent } from './timeline.ts';

/** Where the overlay's corner is, in CSS pixels from the top left of the window. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What an audience is shown in a tab. */
export interface Presentation {
  /** Whether the overlay is on the tab's pages. */
  readonly overlay: boolean;
  /** Where the presenter has moved the overlay; null as long as it is where it begins. */
  readonly place: Place | null;
  /** The scenario that the presenter has chosen; null as long as nobody has. */
  readonly scenarioId: string | null;
}

const nothingPresented: Presentation = { overlay: false, place: null, scenarioId: null };

export const hasOverlay = ({ presentation }: Pick<Simulation, 'presentation'>): boolean =>
  presentation?.overlay === true;

/** A simulation with some of its presentation changed. */
export const withPresentation = (
  simulation: Simulation,
  change: Partial<Presentation>,
): Simulation => ({
  ...simulation,
  presentation: { ...nothingPresented, ...simulation.presentation, ...change },
});

/** The same without the overlay; what was chosen stays. */
export const withoutOverlay = (simulation: Simulation): Simulation =>
  hasOverlay(simulation) ? withPresentation(simulation, { overlay: false }) : simulation;

/** The scenario that is presented: the one chosen, else the first that is enabled, else the first; null if there is none. */
export function presentedScenario(
  scenarios: readonly Scenario[],
  { scenarioIds, presentation }: Pick<Simulation, 'scenarioIds' | 'presentation'>,
): Scenario | null {
  const chosen = scenarios.find(({ id }) => id === presentation?.scenarioId);
  const enabled = scenarios.find(({ id }) => scenarioIds.includes(id));
  return chosen ?? enabled ?? scenarios[0] ?? null;
}

/**
 * The scenario that is presented after the present one, in their order and round: of those that are enabled,
 * or of all where fewer than two are; null if there is none.
 */
export function nextPresented(
  scenarios: readonly Scenario[],
  simulation: Pick<Simulation, 'scenarioIds' | 'presentation'>,
): Scenario | null {
  const presented = presentedScenario(scenarios, simulation);
  const at = presented ? scenarios.indexOf(presented) : -1;
  const round = [...scenarios.slice(at + 1), ...scenarios.slice(0, at + 1)];
  const enabled = round.filter(({ id }) => simulation.scenarioIds.includes(id));
  return (enabled.length > 1 ? enabled : round)[0] ?? null;
}

/** The last that has become of an invite in the present page; null if there was none. */
export function latestOfInvite(timeline: readonly TimelineEvent[]): TimelineEvent | null {
  const begun = timeline.findLastIndex(({ kind }) => kind === 'page loaded');
  return timeline.slice(begun + 1).findLast(({ cause }) => cause !== undefined) ?? null;
}
