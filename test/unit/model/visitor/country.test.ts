import { expect, test } from 'vitest';
import {
  countryByPosition,
  positionAnswers,
  RURITANIA,
} from '../../../../src/model/visitor/country.ts';

test('Without more being said a position leads to the country', () => {
  expect(countryByPosition(RURITANIA)).toEqual({ name: 'Ruritania', code: null });
});

test.each([
  ['position', { name: 'Ruritania', code: null }],
  ['denied', 'denied'],
  ['unavailable', 'unavailable'],
  ['timeout', 'unavailable'],
] as const)('With the answer %s the country is %o', (answer, country) => {
  expect(positionAnswers).toContain(answer);
  expect(countryByPosition({ ...RURITANIA, geolocation: { answer, afterMs: 0 } })).toEqual(country);
});
