import type { SavedVisitor } from '../model/library/library.ts';
import { isSameData } from '../model/sameData.ts';
import { type OverrideName, overrideNames, type Visitor } from '../model/visitor/visitor.ts';

interface Named {
  readonly name: string;
}

/** What is kept, such as visitors, by its names, so that each stays where one looks for it. */
export const inOrder = <T extends Named>(saved: readonly T[]): readonly T[] =>
  saved.toSorted((one, other) => one.name.localeCompare(other.name));

/** The saved visitor that is applied; null if it is none of them. */
export const appliedOne = (
  visitors: readonly SavedVisitor[],
  applied: Visitor,
): SavedVisitor | null => visitors.find(({ visitor }) => isSameData(visitor, applied)) ?? null;

/** What is kept under a name, in any case; null if there is nothing. */
export const namedOne = <T extends Named>(saved: readonly T[], name: string): T | null =>
  saved.find((one) => one.name.toLowerCase() === name.trim().toLowerCase()) ?? null;

/** The overrides in which visitors are not all alike. */
export const differingOverrides = (visitors: readonly Visitor[]): readonly OverrideName[] =>
  overrideNames.filter((name) =>
    visitors.some((visitor) => !isSameData(visitor[name], visitors[0]?.[name])),
  );
