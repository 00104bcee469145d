import { type LibraryChange, noChange, type ShownLibrary } from '../model/library/change.ts';
import { comparePack, type PackComparison } from '../model/pack/compare.ts';
import type { PackItems } from '../model/pack/pack.ts';

/** What a pack would change, and what it takes to change it. */
export interface PackPlan extends PackComparison {
  /** The ids of the pack's scenarios in their order. */
  readonly order: readonly string[];
  /** Whether the pack says anything of where its new scenarios belong. */
  readonly placesNew: boolean;
}

export const ORDER_KEY = 'order';
export const scenarioKey = (id: string): string => `scenario ${id}`;
export const visitorKey = (id: string): string => `visitor ${id}`;
export const runKey = (id: string): string => `run ${id}`;

export function planOf(pack: PackItems, present: ShownLibrary): PackPlan {
  const compared = comparePack(pack, present);
  return {
    ...compared,
    order: pack.scenarios.map(({ id }) => id),
    placesNew: compared.scenarios.some(({ state }) => state !== 'new'),
  };
}

/** The keys of all that would change. */
export const keysOf = ({ scenarios, visitors, runs, reorders }: PackPlan): readonly string[] => [
  ...scenarios.flatMap(({ state, item }) => (state === 'same' ? [] : [scenarioKey(item.id)])),
  ...visitors.flatMap(({ state, item }) => (state === 'same' ? [] : [visitorKey(item.id)])),
  ...runs.flatMap(({ state, item }) => (state === 'same' ? [] : [runKey(item.id)])),
  ...(reorders ? [ORDER_KEY] : []),
];

/** The change that the chosen keys of a plan make. */
export function changeFrom(plan: PackPlan, chosen: readonly string[]): LibraryChange {
  const takesOrder = plan.reorders ? chosen.includes(ORDER_KEY) : plan.placesNew;
  return {
    ...noChange,
    scenarios: plan.scenarios.flatMap(({ item }) =>
      chosen.includes(scenarioKey(item.id)) ? [item] : [],
    ),
    visitors: plan.visitors.flatMap(({ item }) =>
      chosen.includes(visitorKey(item.id)) ? [item] : [],
    ),
    runs: plan.runs.flatMap(({ item }) => (chosen.includes(runKey(item.id)) ? [item] : [])),
    order: takesOrder ? plan.order : [],
  };
}
