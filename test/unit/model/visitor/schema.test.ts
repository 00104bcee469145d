import * as v from 'valibot';
import { expect, test } from 'vitest';
import { visitorSchema } from '../../../../src/model/visitor/schema.ts';
import type { Visitor } from '../../../../src/model/visitor/visitor.ts';
import { counterStores } from '../../../../src/model/visitor/visits.ts';
import { fullVisitor } from '../../builders.ts';
import { withOneFieldTooMany } from '../../parts.ts';

const { country, visits } = fullVisitor;

test.each<Visitor>([
  {},
  fullVisitor,
  { clock: { at: null } },
  { country: { ...country, code: 'DE' } },
  { referrer: { value: '' } },
  { visits: { first: true } },
  ...counterStores.map((store) => ({ visits: { ...visits, store } })),
])('Accepts %j, and leaves it as it is', (visitor) => {
  expect(v.parse(visitorSchema, visitor)).toEqual(visitor);
});

test.each(withOneFieldTooMany(fullVisitor))('Refuses a field too many: %j', (value) => {
  expect(v.is(visitorSchema, value)).toBe(false);
});

test.each<[string, unknown]>([
  ['null', null],
  ['an array', [fullVisitor]],
  ['an empty array', []],
  ['an unknown override', { weather: 'rain' }],
  ['an override that is undefined', { clock: undefined }],
  ['a clock without a time', { clock: {} }],
  ['a time that is a number', { clock: { at: 0 } }],
  ['a country without a code', { country: { name: 'X', latitude: 0, longitude: 0 } }],
  ['a code in lower case', { country: { ...country, code: 'de' } }],
  ['a code of three letters', { country: { ...country, code: 'DEU' } }],
  ['a code with a line break', { country: { ...country, code: 'DE\n' } }],
  ['a long name', { country: { ...country, name: 'x'.repeat(101) } }],
  ['a position that is NaN', { country: { ...country, latitude: Number.NaN } }],
  [
    'a position that is not finite',
    { country: { ...country, longitude: Number.NEGATIVE_INFINITY } },
  ],
  ['a referrer that is a text', { referrer: 'https://www.contoso.com/' }],
  ['a referrer that is null', { referrer: { value: null } }],
  ['an unknown end', { referrer: { value: '', until: 'tomorrow' } }],
  ['a first visit that is none', { visits: { first: false } }],
  ['a first visit with a number', { visits: { ...visits, first: true } }],
  ['an unknown store', { visits: { ...visits, store: 'indexedDB' } }],
  ['a number that is a text', { visits: { ...visits, number: '3' } }],
  ['a long counter name', { visits: { ...visits, name: 'x'.repeat(201) } }],
])('Refuses %s', (_what, value) => {
  expect(v.is(visitorSchema, value)).toBe(false);
});
