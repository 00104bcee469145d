import { Ajv2020 } from 'ajv/dist/2020.js';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { packJsonSchemaText } from '../../../build/packJsonSchema.ts';
import { conditionTypes, initialCondition } from '../../../src/model/conditions/index.ts';
import { readPack } from '../../../src/model/pack/read.ts';
import { packSchema } from '../../../src/model/pack/schema.ts';
import { fullScenario, scenario } from '../builders.ts';
import { fullPack, textOf } from '../model/pack/samples.ts';
import { missing, partsOf, withOneFieldTooMany, withPart } from '../parts.ts';
import { contentOf } from '../sources.ts';

const accepts = new Ajv2020({ strict: true, strictTypes: false }).compile(
  JSON.parse(packJsonSchemaText()),
);

const withConditions = {
  ...fullPack,
  scenarios: [
    fullScenario,
    ...conditionTypes.map((type) =>
      scenario({
        id: `of-${type}`,
        conditions: [initialCondition(type)],
        parameters: [{ name: 'case id', source: { from: 'typed', value: 'CAS-1' } }],
      }),
    ),
  ],
};

/** What a part is replaced with, each of a kind of its own. */
const replacements = [
  null,
  true,
  0,
  -1,
  0.5,
  1e6,
  '',
  ' ',
  'x',
  'a b',
  'constructor',
  'x'.repeat(5000),
  [],
  {},
  [0],
  missing,
];
const samples = [
  ...partsOf(withConditions).flatMap(({ path }) =>
    replacements.map((replacement) => withPart(withConditions, path, replacement)),
  ),
  ...withOneFieldTooMany(withConditions),
].filter((sample) => sample !== missing);

test('The published file is up to date; `npm run schema` writes it anew', () => {
  expect(contentOf('pack.schema.json')).toBe(packJsonSchemaText());
});

test('It takes what is read', () => {
  expect(readPack(textOf(withConditions))).toHaveProperty('pack');
  expect(accepts(withConditions)).toBe(true);
});

test('It takes every sample that is read, and refuses every one that is not of the form', {
  timeout: 120_000,
}, () => {
  const wrong = samples.filter((sample) => {
    const hasForm = v.is(packSchema, sample);
    return accepts(sample) ? !hasForm : hasForm && 'pack' in readPack(textOf(sample));
  });
  expect(wrong).toEqual([]);
  // There are enough of either kind to tell.
  expect(samples.filter((sample) => accepts(sample)).length).toBeGreaterThan(100);
  expect(samples.filter((sample) => !accepts(sample)).length).toBeGreaterThan(1000);
});

test.each<[string, unknown]>([
  ['a number out of its range', { type: 'timeOnPage', seconds: -1 }],
  ['half a visit', { type: 'visits', moreThan: 0.5 }],
  ['an empty pattern', { type: 'pageAddress', pattern: ' ' }],
  ['a day without an offset', { type: 'dateWindow', start: '2026-12-24', end: '2027-01-01' }],
])('It knows the limits of a condition’s settings: %s', (_what, condition) => {
  const pack = { ...fullPack, scenarios: [{ ...scenario(), conditions: [condition] }] };
  expect(v.is(packSchema, pack)).toBe(true);
  expect(accepts(pack)).toBe(false);
});
