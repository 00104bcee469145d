import { iso1A2Code } from '@rapideditor/country-coder';
import { expect, test } from 'vitest';
import { countries } from '../../../../src/model/visitor/countries.ts';

test('There is a point for each of the 249 codes of ISO 3166-1, once and in order', () => {
  const codes = countries.map(({ code }) => code);
  expect(codes).toHaveLength(249);
  expect(codes).toEqual([...new Set(codes)].sort());
});

test.each(countries)('The point for $code is in $code', ({ code, latitude, longitude }) => {
  expect(iso1A2Code([longitude, latitude], { level: 'territory' })).toBe(code);
});
