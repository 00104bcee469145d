import { expect, test } from 'vitest';
import { google } from '../../../../../src/content/page/overrides/country/services/google.ts';
import { ask, askJson, RURITANIA } from '../ask.ts';

const ADDRESS = 'https://maps.googleapis.com/maps/api/geocode/json?latlng=48.21,16.37&key=k';

test.each([
  ['a country by name and code', undefined, 'Austria', 'AT'],
  ['an invented country by name twice', RURITANIA, 'Ruritania', 'Ruritania'],
])('It gives %s', (_what, country, long, short) => {
  expect(askJson(google, ADDRESS, country)).toMatchObject({
    status: 'OK',
    results: [
      {
        address_components: [
          { long_name: long, short_name: short, types: ['country', 'political'] },
        ],
        formatted_address: long,
      },
    ],
  });
});

test('Other services of the host are not answered', () => {
  expect(() => ask(google, 'https://maps.googleapis.com/maps/api/js')).toThrow();
});
