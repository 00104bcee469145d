import type { SavedVisitor } from '../model/library/library.ts';
import { isSameData } from '../model/sameData.ts';
import { type OverrideName, overrideNames, type Visitor } from '../model/visitor/visitor.ts';

/** Saved visitors by their names, so that each stays where one looks for it. */
export const inOrder = (visitors: readonly SavedVisitor[]): readonly SavedVisitor[] =>
  visitors.toSorted((one, other) => one.name.localeCompare(other.name));

/** The saved visitor that is applied; null if it is none of them. */
export const appliedOne = (
  visitors: readonly SavedVisitor[],
  applied: Visitor,
): SavedVisitor | null => visitors.find(({ visitor }) => isSameData(visitor, applied)) ?? null;

/** The saved visitor of a name, in any case; null if there is none. */
export const namedOne = (visitors: readonly SavedVisitor[], name: string): SavedVisitor | null =>
  visitors.find((saved) => saved.name.toLowerCase() === name.trim().toLowerCase()) ?? null;

/** The overrides in which visitors are not all alike. */
export const differingOverrides = (visitors: readonly Visitor[]): readonly OverrideName[] =>
  overrideNames.filter((name) =>
    visitors.some((visitor) => !isSameData(visitor[name], visitors[0]?.[name])),
  );
