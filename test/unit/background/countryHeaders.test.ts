import { expect, test } from 'vitest';
import { countryHeaders } from '../../../src/background/countryHeaders.ts';
import { type CountryOverride, RURITANIA } from '../../../src/model/visitor/country.ts';

const AUSTRIA: CountryOverride = { name: 'Austria', code: 'AT', latitude: 48.21, longitude: 16.37 };

const told = (country: CountryOverride) =>
  Object.fromEntries(countryHeaders(country).map(({ header, value }) => [header, value]));

test('A country with a code is told in the headers of CDNs', () => {
  expect(told(AUSTRIA)).toEqual({
    'cf-ipcountry': 'AT',
    'cloudfront-viewer-country': 'AT',
    'x-vercel-ip-country': 'AT',
    'x-appengine-country': 'AT',
    'x-country-code': 'AT',
  });
});

test('They can be switched off, and an invented country has none', () => {
  expect(told({ ...AUSTRIA, cdnHeaders: false })).toEqual({});
  expect(told(RURITANIA)).toEqual({});
  expect(told({ ...RURITANIA, cdnHeaders: true })).toEqual({});
});

test('The language is a header of its own', () => {
  expect(told({ ...RURITANIA, language: 'de-AT' })).toEqual({
    'accept-language': 'de-AT,de;q=0.9',
  });
});
