import * as v from 'valibot';
import { type Condition, isCondition } from '../conditions/index.ts';
import { repeats, type Scenario } from './scenario.ts';

const contextValue = v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()]);

const condition = v.custom<Condition>(isCondition, 'a condition of a known type with its settings');

const parameterSource = v.variant('from', [
  v.strictObject({ from: v.literal('typed'), value: v.string() }),
  v.strictObject({ from: v.literal('address'), parameter: v.string() }),
  v.strictObject({ from: v.literal('element'), selector: v.string() }),
]);

/** The form of a scenario, wherever one comes from: the popup, storage, a file. */
export const scenarioSchema: v.GenericSchema<unknown, Scenario> = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  name: v.exactOptional(v.string()),
  conditions: v.array(condition),
  parameters: v.array(v.strictObject({ name: v.string(), source: parameterSource })),
  invite: v.strictObject({
    message: v.string(),
    showPrechat: v.boolean(),
    inNewWindow: v.boolean(),
    context: v.array(
      v.strictObject({ key: v.string(), value: contextValue, isDisplayable: v.boolean() }),
    ),
  }),
  repeat: v.picklist(repeats),
  resetsVisits: v.boolean(),
});
