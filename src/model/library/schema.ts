import * as v from 'valibot';
import { scenarioSchema } from '../scenarios/schema.ts';
import { visitorSchema } from '../visitor/schema.ts';
import type { Library, SavedVisitor } from './library.ts';

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

/** The form of a saved visitor, wherever one comes from: the popup, storage, a file. */
export const savedVisitorSchema: v.GenericSchema<unknown, SavedVisitor> = v.strictObject({
  id,
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
  removed: v.fallback(itemsOf(id), []),
  order: v.fallback(itemsOf(id), []),
  visitors: v.fallback(itemsOf(savedVisitorSchema), []),
});
