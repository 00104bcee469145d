import { expect, test } from 'vitest';
import { countryIs } from '../../../../../src/content/page/overrides/country/services/countryIs.ts';
import { ask, askJson, RURITANIA } from '../ask.ts';

test.each(['https://api.country.is/', 'https://api.country.is/9.9.9.9'])(
  '%s tells the code',
  (address) => {
    expect(askJson(countryIs, address)).toEqual({ ip: '203.0.113.7', country: 'AT' });
  },
);

test('Of an invented country it has no data', () => {
  expect(ask(countryIs, 'https://api.country.is/', RURITANIA).status).toBe(404);
});

test('Its other services are not answered', () => {
  expect(() => ask(countryIs, 'https://api.country.is/info')).toThrow();
});
