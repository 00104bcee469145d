import * as v from 'valibot';
import { type ConditionType, conditionTypes, fieldsOf, isCondition } from '../conditions/index.ts';
import { idSchema } from '../id.ts';
import { repeats, type Scenario } from './scenario.ts';

const contextValue = v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()]);

const settingsOf = (type: ConditionType) =>
  Object.fromEntries(
    Object.entries(fieldsOf(type)).map(([name, { kind }]) => [
      name,
      kind === 'number' ? v.pipe(v.number(), v.finite()) : v.string(),
    ]),
  );

/** The forms that conditions have, one for each type. */
export const conditionForms = v.variant(
  'type',
  conditionTypes.map((type) => v.strictObject({ ...settingsOf(type), type: v.literal(type) })),
);

/** The form of a condition; whether its settings make sense is `conditionProblem`'s. */
const conditionSchema = v.pipe(conditionForms, v.guard(isCondition));

const parameterSource = v.variant('from', [
  v.strictObject({ from: v.literal('typed'), value: v.string() }),
  v.strictObject({ from: v.literal('address'), parameter: v.string() }),
  v.strictObject({ from: v.literal('element'), selector: v.string() }),
]);

/** The form of a scenario, wherever one comes from: the popup, storage, a file. */
export const scenarioSchema: v.GenericSchema<unknown, Scenario> = v.strictObject({
  id: idSchema,
  name: v.exactOptional(v.string()),
  conditions: v.array(conditionSchema),
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
