import * as v from 'valibot';
import { positionAnswers, serviceAnswers } from './country.ts';
import { referrerEnds } from './referrer.ts';
import type { Visitor } from './visitor.ts';
import { counterStores } from './visits.ts';

const finite = v.pipe(v.number(), v.finite());
const name = v.pipe(v.string(), v.maxLength(100));

const clock = v.strictObject({
  at: v.nullable(name),
  speed: v.exactOptional(finite),
  timeZone: v.exactOptional(name),
});

const country = v.strictObject({
  name,
  code: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  latitude: finite,
  longitude: finite,
  geolocation: v.exactOptional(
    v.strictObject({ answer: v.picklist(positionAnswers), afterMs: finite }),
  ),
  services: v.exactOptional(
    v.strictObject({ answer: v.picklist(serviceAnswers), afterMs: finite }),
  ),
  cdnHeaders: v.exactOptional(v.boolean()),
  language: v.exactOptional(name),
  timeZone: v.exactOptional(name),
});

const referrer = v.strictObject({
  value: v.string(),
  until: v.exactOptional(v.picklist(referrerEnds)),
});

const visits = v.union([
  v.strictObject({
    number: finite,
    store: v.picklist(counterStores),
    name: v.pipe(v.string(), v.maxLength(200)),
    addsOne: v.exactOptional(v.boolean()),
  }),
  v.strictObject({ first: v.literal(true) }),
]);

/** The form of a visitor, wherever one comes from. Whether it makes sense is `visitorProblems`'s. */
export const visitorSchema: v.GenericSchema<unknown, Visitor> = v.pipe(
  v.unknown(),
  // To the library an empty array is an object without fields.
  v.check((value) => !Array.isArray(value), 'Expected an object, not a list'),
  v.strictObject({
    clock: v.exactOptional(clock),
    country: v.exactOptional(country),
    referrer: v.exactOptional(referrer),
    visits: v.exactOptional(visits),
  }),
);
