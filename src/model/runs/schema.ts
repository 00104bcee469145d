import * as v from 'valibot';
import { idSchema } from '../id.ts';
import { visitorSchema } from '../visitor/schema.ts';
import type { Run } from './run.ts';

const finite = v.pipe(v.number(), v.finite());

const step = v.variant('do', [
  v.strictObject({ do: v.literal('skip'), ms: finite }),
  v.strictObject({ do: v.literal('leave page') }),
  v.strictObject({ do: v.literal('go to'), address: v.string() }),
]);

const expectedInvite = v.strictObject({
  message: v.string(),
  showPrechat: v.exactOptional(v.boolean()),
  context: v.exactOptional(
    v.array(v.strictObject({ key: v.string(), value: v.union([v.string(), finite, v.boolean()]) })),
  ),
});

/** The form of a run, wherever one comes from. Whether it makes sense is `runProblems`'s. */
export const runSchema: v.GenericSchema<unknown, Run> = v.strictObject({
  id: idSchema,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  address: v.string(),
  visitor: visitorSchema,
  scenarioIds: v.array(idSchema),
  steps: v.array(step),
  expects: v.strictObject({ invite: v.nullable(expectedInvite) }),
});
