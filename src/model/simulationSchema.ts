import * as v from 'valibot';
import type { Place } from './presentation.ts';
import type { Simulation } from './simulation.ts';
import { visitorSchema } from './visitor/schema.ts';

const pixels = v.pipe(v.number(), v.finite());

/** The form of a place of the overlay. */
export const placeSchema: v.GenericSchema<unknown, Place> = v.strictObject({
  x: pixels,
  y: pixels,
});

/** The form of a tab's simulation. */
export const simulationSchema: v.GenericSchema<unknown, Simulation> = v.strictObject({
  epoch: v.number(),
  visitor: visitorSchema,
  clockReading: v.nullable(v.strictObject({ shows: v.number(), at: v.number() })),
  landing: v.exactOptional(v.strictObject({ address: v.string(), isShown: v.boolean() })),
  scenarioIds: v.array(v.string()),
  isSiteWatched: v.exactOptional(v.literal(true)),
  invites: v.exactOptional(v.union([v.literal('dry run'), v.strictObject({ liveOn: v.string() })])),
  presentation: v.exactOptional(
    v.strictObject({
      overlay: v.boolean(),
      place: v.nullable(placeSchema),
      scenarioId: v.nullable(v.string()),
    }),
  ),
});
