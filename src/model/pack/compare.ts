import type { SavedVisitor } from '../library/library.ts';
import type { Run } from '../runs/run.ts';
import { isSameData } from '../sameData.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { overrideNames } from '../visitor/visitor.ts';
import type { PackItems } from './pack.ts';

/** The parts of a scenario by which two can differ, in the order the editor shows them. */
export const scenarioParts = [
  'name',
  'conditions',
  'parameters',
  'invite',
  'repeat',
  'resetsVisits',
] as const;
export const visitorParts = ['name', ...overrideNames] as const;

export const runParts = ['name', 'address', 'visitor', 'scenarioIds', 'steps', 'expects'] as const;

/** What an import would do with one item of a pack. */
export type Comparison<T, P> =
  | { readonly state: 'new' | 'same'; readonly item: T }
  | {
      readonly state: 'changed';
      readonly item: T;
      readonly before: T;
      readonly parts: readonly P[];
    };

export type ScenarioComparison = Comparison<Scenario, (typeof scenarioParts)[number]>;
export type VisitorComparison = Comparison<SavedVisitor, (typeof visitorParts)[number]>;
export type RunComparison = Comparison<Run, (typeof runParts)[number]>;

/** What an import would change. */
export interface PackComparison {
  readonly scenarios: readonly ScenarioComparison[];
  readonly visitors: readonly VisitorComparison[];
  readonly runs: readonly RunComparison[];
  /** Whether scenarios that are there already stand in another order in the pack. */
  readonly reorders: boolean;
}

function compare<T extends { readonly id: string }, P>(
  present: readonly T[],
  item: T,
  partsThatDiffer: (before: T) => readonly P[],
): Comparison<T, P> {
  const before = present.find(({ id }) => id === item.id);
  if (!before) return { state: 'new', item };
  if (isSameData(before, item)) return { state: 'same', item };
  return { state: 'changed', item, before, parts: partsThatDiffer(before) };
}

const compareScenario = (present: readonly Scenario[], item: Scenario): ScenarioComparison =>
  compare(present, item, (before) =>
    scenarioParts.filter((part) => !isSameData(before[part], item[part])),
  );

function partOf({ name, visitor }: SavedVisitor, part: (typeof visitorParts)[number]): unknown {
  return part === 'name' ? name : visitor[part];
}

const compareVisitor = (present: readonly SavedVisitor[], item: SavedVisitor): VisitorComparison =>
  compare(present, item, (before) =>
    visitorParts.filter((part) => !isSameData(partOf(before, part), partOf(item, part))),
  );

const compareRun = (present: readonly Run[], item: Run): RunComparison =>
  compare(present, item, (before) =>
    runParts.filter((part) => !isSameData(before[part], item[part])),
  );

/** What an import of a pack would change, item by item. `present` is all that the library shows. */
export function comparePack(pack: PackItems, present: PackItems): PackComparison {
  const wanted = pack.scenarios.map(({ id }) => id);
  const shared = present.scenarios.map(({ id }) => id).filter((id) => wanted.includes(id));
  const there = wanted.filter((id) => shared.includes(id));
  return {
    scenarios: pack.scenarios.map((item) => compareScenario(present.scenarios, item)),
    visitors: pack.visitors.map((item) => compareVisitor(present.visitors, item)),
    runs: pack.runs.map((item) => compareRun(present.runs, item)),
    reorders: !isSameData(shared, there),
  };
}
