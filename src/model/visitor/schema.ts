import * as v from 'valibot';
import { counterStores, type Visitor } from './visitor.ts';

const finite = v.pipe(v.number(), v.finite());

/** The form of a visitor, wherever one comes from. Whether it makes sense is `visitorProblems`'s. */
export const visitorSchema = v.strictObject({
  clock: v.exactOptional(v.strictObject({ at: v.nullable(v.string()) })),
  country: v.exactOptional(
    v.strictObject({
      name: v.pipe(v.string(), v.maxLength(100)),
      code: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
      latitude: finite,
      longitude: finite,
    }),
  ),
  referrer: v.exactOptional(v.strictObject({ value: v.string() })),
  visits: v.exactOptional(
    v.strictObject({
      number: finite,
      store: v.picklist(counterStores),
      name: v.pipe(v.string(), v.maxLength(200)),
    }),
  ),
}) satisfies v.GenericSchema<unknown, Visitor>;
