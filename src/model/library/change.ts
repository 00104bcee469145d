import type { Run } from '../runs/run.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import {
  type Library,
  type SavedVisitor,
  scenariosOf,
  withOrder,
  withoutRun,
  withoutScenario,
  withoutVisitor,
  withRun,
  withScenario,
  withVisitor,
} from './library.ts';

/** Several changes of a library at once: all of them are made, or none. */
export interface LibraryChange {
  /** New ones, and new versions of those that are there. */
  readonly scenarios: readonly Scenario[];
  readonly visitors: readonly SavedVisitor[];
  readonly runs: readonly Run[];
  /** The ids of those that go. */
  readonly withoutScenarios: readonly string[];
  readonly withoutVisitors: readonly string[];
  readonly withoutRuns: readonly string[];
  /** The ids of scenarios in the order that they shall have among themselves; empty to leave it. */
  readonly order: readonly string[];
}

/** A change of nothing, for changes of some of it. */
export const noChange: LibraryChange = {
  scenarios: [],
  visitors: [],
  runs: [],
  withoutScenarios: [],
  withoutVisitors: [],
  withoutRuns: [],
  order: [],
};

/** What a popup knows of a library. */
export interface ShownLibrary {
  readonly scenarios: readonly Scenario[];
  readonly visitors: readonly SavedVisitor[];
  readonly runs: readonly Run[];
}

/** The ids with those that are named in `order` so ordered among themselves; the others keep their places. */
export function orderedAs(ids: readonly string[], order: readonly string[]): readonly string[] {
  const there = new Set(ids);
  const named = new Set(order.filter((id) => there.has(id)));
  const inOrder = named.values();
  return ids.map((id) => (named.has(id) ? (inOrder.next().value ?? id) : id));
}

/** With all the changes. */
export function withChange(before: Library, change: LibraryChange): Library {
  let library = before;
  for (const id of change.withoutScenarios) library = withoutScenario(library, id);
  for (const id of change.withoutVisitors) library = withoutVisitor(library, id);
  for (const id of change.withoutRuns) library = withoutRun(library, id);
  for (const scenario of change.scenarios) library = withScenario(library, scenario);
  for (const visitor of change.visitors) library = withVisitor(library, visitor);
  for (const run of change.runs) library = withRun(library, run);
  if (change.order.length === 0) return library;
  const ids = scenariosOf(library).map(({ id }) => id);
  return withOrder(library, orderedAs(ids, change.order));
}

function takeBack<T extends { readonly id: string }>(changed: readonly T[], before: readonly T[]) {
  const known = new Set(before.map(({ id }) => id));
  const ids = new Set(changed.map(({ id }) => id));
  return {
    restored: before.filter(({ id }) => ids.has(id)),
    removed: [...ids].filter((id) => !known.has(id)),
  };
}

/** The change that takes an import back: what was there is again as it was, and what was new goes. */
export function inverseOf(change: LibraryChange, before: ShownLibrary): LibraryChange {
  const scenarios = takeBack(change.scenarios, before.scenarios);
  const visitors = takeBack(change.visitors, before.visitors);
  const runs = takeBack(change.runs, before.runs);
  return {
    scenarios: scenarios.restored,
    visitors: visitors.restored,
    runs: runs.restored,
    withoutScenarios: scenarios.removed,
    withoutVisitors: visitors.removed,
    withoutRuns: runs.removed,
    order: change.order.length > 0 ? before.scenarios.map(({ id }) => id) : [],
  };
}
