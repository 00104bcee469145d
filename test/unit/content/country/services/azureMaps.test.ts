import { expect, test } from 'vitest';
import { azureMaps } from '../../../../../src/content/page/overrides/country/services/azureMaps.ts';
import { ask, askJson, RURITANIA } from '../ask.ts';

const OLD =
  'https://atlas.microsoft.com/search/address/reverse/json?api-version=1.0&query=48.21,16.37';
const NEW =
  'https://atlas.microsoft.com/reverseGeocode?api-version=2023-06-01&coordinates=16.37,48.21';

test('Version 1.0 gives addresses', () => {
  expect(askJson(azureMaps, OLD)).toMatchObject({
    summary: { numResults: 1 },
    addresses: [{ address: { country: 'Austria', countryCode: 'AT' }, position: '48.21,16.37' }],
  });
});

test('Later versions give GeoJSON, with the longitude first', () => {
  expect(askJson(azureMaps, NEW)).toMatchObject({
    type: 'FeatureCollection',
    features: [
      {
        geometry: { type: 'Point', coordinates: [16.37, 48.21] },
        properties: { address: { countryRegion: { name: 'Austria', ISO: 'AT' } } },
      },
    ],
  });
});

test.each([OLD, NEW])('An invented country has a name and no code: %s', (address) => {
  const { body } = ask(azureMaps, address, RURITANIA);
  expect(body).toContain('"Ruritania"');
  expect(body).not.toMatch(/countryCode|ISO/);
});

test('Other services of the host are not answered', () => {
  expect(() => ask(azureMaps, 'https://atlas.microsoft.com/search/address/json')).toThrow();
});
