import { expect, test } from 'vitest';
import { geojsIo } from '../../../../../src/content/page/overrides/country/services/geojsIo.ts';
import { ask, askJson, RURITANIA } from '../ask.ts';

const at = (path: string) => `https://get.geojs.io/v1/ip/${path}`;

test('The country comes as text, by code or by name', () => {
  expect(ask(geojsIo, at('country')).body).toBe('AT\n');
  expect(ask(geojsIo, at('country/full')).body).toBe('Austria\n');
  expect(ask(geojsIo, at('country'), RURITANIA).body).toBe('\n');
});

test.each(['country.json', 'country/8.8.8.8.json'])('%s tells name and code', (path) => {
  expect(askJson(geojsIo, at(path))).toMatchObject({ country: 'AT', name: 'Austria' });
});

test('geo.json tells the position too, as texts', () => {
  expect(askJson(geojsIo, at('geo.json'), RURITANIA)).toMatchObject({
    country: 'Ruritania',
    country_code: '',
    latitude: '47.1',
  });
});

test.each([
  ['country.js', 'countryip'],
  ['geo.js', 'geoip'],
  ['geo.js?callback=located', 'located'],
])('%s is a script that calls %s', (path, name) => {
  expect(ask(geojsIo, at(path)).call?.name).toBe(name);
});

test('Its other services are not answered', () => {
  expect(() => ask(geojsIo, 'https://get.geojs.io/v1/ip')).toThrow();
});
