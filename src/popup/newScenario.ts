import { initialCondition } from '../model/conditions/index.ts';
import type { Scenario } from '../model/scenarios/scenario.ts';

/** A scenario to begin with; it is in no library yet. */
export const newScenario = (name: string): Scenario => ({
  id: crypto.randomUUID(),
  name,
  conditions: [initialCondition('timeOnPage')],
  parameters: [],
  invite: { message: '', showPrechat: false, inNewWindow: false, context: [] },
  repeat: 'once per page load',
  resetsVisits: false,
});

/** The same scenario under another name and id. */
export const copyOf = (scenario: Scenario, name: string): Scenario => ({
  ...scenario,
  id: crypto.randomUUID(),
  name,
});

/** The ids of scenarios with `id` put right after `after`. */
export const orderWithAfter = (
  ids: readonly string[],
  id: string,
  after: string,
): readonly string[] => ids.flatMap((other) => (other === after ? [other, id] : [other]));

/** The ids of scenarios with one of them moved by so many places; those at an end stay there. */
export function orderMoved(ids: readonly string[], id: string, by: number): readonly string[] {
  const from = ids.indexOf(id);
  const to = Math.min(ids.length - 1, Math.max(0, from + by));
  return from < 0 ? ids : ids.toSpliced(from, 1).toSpliced(to, 0, id);
}
