import * as v from 'valibot';
import { MAX_ITEMS } from '../library/library.ts';
import { savedVisitorSchema } from '../library/schema.ts';
import { runSchema } from '../runs/schema.ts';
import { scenarioSchema } from '../scenarios/schema.ts';
import { PACK_FORMAT, PACK_VERSION, type Pack } from './pack.ts';

/** The form of a pack of the present version. */
export const packSchema: v.GenericSchema<unknown, Pack> = v.strictObject({
  $schema: v.exactOptional(v.string()),
  format: v.literal(PACK_FORMAT),
  version: v.literal(PACK_VERSION),
  scenarios: v.pipe(v.array(scenarioSchema), v.maxLength(MAX_ITEMS)),
  visitors: v.pipe(v.array(savedVisitorSchema), v.maxLength(MAX_ITEMS)),
  runs: v.pipe(v.array(runSchema), v.maxLength(MAX_ITEMS)),
});
