import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { type ConditionType, conditionTypes, fieldsOf } from '../src/model/conditions/index.ts';
import { type Field, ISO_WITH_OFFSET } from '../src/model/fields.ts';
import { packSchema } from '../src/model/pack/schema.ts';
import { conditionForms } from '../src/model/scenarios/schema.ts';

/** What only code checks; the limits of numbers and texts that it implies are those of `readPack`. */
const BY_CODE = ['check', 'finite', 'guard'];

function ofField(field: Field): JsonSchema {
  switch (field.kind) {
    case 'number':
      return {
        type: field.whole ? 'integer' : 'number',
        minimum: field.min,
        maximum: field.max,
        default: field.initial,
      };
    case 'text':
      return {
        type: 'string',
        maxLength: field.maxLength,
        ...(!field.mayBeEmpty && { pattern: '\\S' }),
        default: field.initial,
      };
    case 'instant':
      return { type: 'string', pattern: ISO_WITH_OFFSET.source, default: field.initial };
  }
}

function ofCondition(type: ConditionType): JsonSchema {
  const fields = Object.entries(fieldsOf(type));
  return {
    type: 'object',
    properties: {
      type: { const: type },
      ...Object.fromEntries(fields.map(([name, field]) => [name, ofField(field)])),
    },
    required: ['type', ...fields.map(([name]) => name)],
    additionalProperties: false,
  };
}

/** The JSON Schema of a pack: https://json-schema.org/draft/2020-12 */
export const packJsonSchema = (): JsonSchema => ({
  ...toJsonSchema(packSchema, {
    target: 'draft-2020-12',
    typeMode: 'output',
    ignoreActions: BY_CODE,
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'trim' ? { ...jsonSchema, pattern: '\\S' } : null,
    overrideSchema: ({ valibotSchema }) =>
      Object.is(valibotSchema, conditionForms) ? { anyOf: conditionTypes.map(ofCondition) } : null,
  }),
  title: 'A pack of Trigger Simulator: scenarios, saved visitors and runs',
});

/** The text of `pack.schema.json`. */
export const packJsonSchemaText = (): string => `${JSON.stringify(packJsonSchema(), null, 2)}\n`;
