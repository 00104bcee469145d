import * as v from 'valibot';
import { idSchema } from '../id.ts';
import { runSchema } from '../runs/schema.ts';
import { scenarioSchema } from '../scenarios/schema.ts';
import { visitorSchema } from '../visitor/schema.ts';
import type { LibraryChange } from './change.ts';
import { type Library, MAX_ITEMS, type SavedVisitor } from './library.ts';

/** The form of a saved visitor, wherever one comes from: the popup, storage, a file. */
export const savedVisitorSchema: v.GenericSchema<unknown, SavedVisitor> = v.strictObject({
  id: idSchema,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  visitor: visitorSchema,
});

/** The items of a list that are of the right form: one that is not must not take the others with it. */
const itemsOf = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.pipe(
    v.array(v.unknown()),
    v.transform((items) => items.filter((item): item is T => v.is(schema, item))),
  );

/** A library as it was stored, perhaps by another version. */
export const storedLibrarySchema: v.GenericSchema<unknown, Library> = v.object({
  scenarios: v.fallback(itemsOf(scenarioSchema), []),
  removed: v.fallback(itemsOf(idSchema), []),
  order: v.fallback(itemsOf(idSchema), []),
  visitors: v.fallback(itemsOf(savedVisitorSchema), []),
  runs: v.fallback(itemsOf(runSchema), []),
});

const upTo = <const T extends v.GenericSchema>(schema: T, most: number) =>
  v.pipe(v.array(schema), v.maxLength(most));

/** The form of several changes at once. */
export const libraryChangeSchema: v.GenericSchema<unknown, LibraryChange> = v.strictObject({
  scenarios: upTo(scenarioSchema, MAX_ITEMS),
  visitors: upTo(savedVisitorSchema, MAX_ITEMS),
  runs: upTo(runSchema, MAX_ITEMS),
  withoutScenarios: upTo(idSchema, MAX_ITEMS),
  withoutVisitors: upTo(idSchema, MAX_ITEMS),
  withoutRuns: upTo(idSchema, MAX_ITEMS),
  order: upTo(idSchema, 2 * MAX_ITEMS),
});
