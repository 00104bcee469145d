import type { Run } from '../runs/run.ts';
import { isSameData } from '../sameData.ts';
import { builtInScenarios } from '../scenarios/builtIn.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Visitor } from '../visitor/visitor.ts';

/** A visitor that is kept, to be applied with one click. */
export interface SavedVisitor {
  readonly id: string;
  readonly name: string;
  readonly visitor: Visitor;
}

/** What the tester has made: only what differs from the built-in, so that built-ins can become better with an update. */
export interface Library {
  /** The tester's own scenarios, and built-ins that were edited. */
  readonly scenarios: readonly Scenario[];
  /** The ids of the built-ins that were taken out. */
  readonly removed: readonly string[];
  /** The ids of the scenarios as the tester has put them; empty as long as nobody has. It may name some that are gone. */
  readonly order: readonly string[];
  readonly visitors: readonly SavedVisitor[];
  readonly runs: readonly Run[];
}

export const emptyLibrary: Library = {
  scenarios: [],
  removed: [],
  order: [],
  visitors: [],
  runs: [],
};

/** How many scenarios, how many visitors, and how many runs a library holds. */
export const MAX_ITEMS = 500;

const builtInOf = (id: string): Scenario | undefined =>
  builtInScenarios.find((scenario) => scenario.id === id);

export const isBuiltIn = (id: string): boolean => builtInOf(id) !== undefined;

const withoutId = <T extends { readonly id: string }>(items: readonly T[], id: string) =>
  items.filter((item) => item.id !== id);

/** All scenarios in their order: those that were never moved come where they always were, the tester's own last. */
export function scenariosOf({ scenarios, removed, order }: Library): readonly Scenario[] {
  const all = [
    ...builtInScenarios
      .filter(({ id }) => !removed.includes(id))
      .map((builtIn) => scenarios.find(({ id }) => id === builtIn.id) ?? builtIn),
    ...scenarios.filter(({ id }) => !isBuiltIn(id)),
  ];
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ id }: Scenario) => places.get(id) ?? order.length;
  return all.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** The ids of the built-ins that were edited. */
export const editedIds = ({ scenarios }: Library): readonly string[] =>
  scenarios.flatMap(({ id }) => (isBuiltIn(id) ? [id] : []));

/** With a scenario that is new, edited, or back again: then it comes where it was. */
export function withScenario(library: Library, scenario: Scenario): Library {
  const { id } = scenario;
  const isChanged = !isSameData(scenario, builtInOf(id));
  const isKnown = library.scenarios.some((other) => other.id === id);
  return {
    ...library,
    scenarios:
      isChanged && isKnown
        ? library.scenarios.map((other) => (other.id === id ? scenario : other))
        : [...withoutId(library.scenarios, id), ...(isChanged ? [scenario] : [])],
    removed: library.removed.filter((other) => other !== id),
  };
}

/** Without a scenario; its place is kept for as long as it may come back. */
export const withoutScenario = (library: Library, id: string): Library => ({
  ...library,
  scenarios: withoutId(library.scenarios, id),
  removed:
    isBuiltIn(id) && !library.removed.includes(id) ? [...library.removed, id] : library.removed,
});

/** With a built-in as it came, or all of them if `id` is null; the tester's own stay as they are. */
export const withBuiltIn = (library: Library, id: string | null): Library => ({
  ...library,
  scenarios: library.scenarios.filter((scenario) =>
    id === null ? !isBuiltIn(scenario.id) : scenario.id !== id,
  ),
  removed: id === null ? [] : library.removed.filter((other) => other !== id),
});

/** With the scenarios in this order; those that are not named come last. */
export const withOrder = (library: Library, order: readonly string[]): Library => ({
  ...library,
  order: [...new Set(order)],
});

/** With an item that is new, or was changed and keeps its place. */
const withItem = <T extends { readonly id: string }>(items: readonly T[], item: T): readonly T[] =>
  items.some(({ id }) => id === item.id)
    ? items.map((other) => (other.id === item.id ? item : other))
    : [...items, item];

/** With a visitor that is new or was changed. */
export const withVisitor = (library: Library, saved: SavedVisitor): Library => ({
  ...library,
  visitors: withItem(library.visitors, saved),
});

export const withoutVisitor = (library: Library, id: string): Library => ({
  ...library,
  visitors: withoutId(library.visitors, id),
});

/** With a run that is new or was changed. */
export const withRun = (library: Library, run: Run): Library => ({
  ...library,
  runs: withItem(library.runs, run),
});

export const withoutRun = (library: Library, id: string): Library => ({
  ...library,
  runs: withoutId(library.runs, id),
});
