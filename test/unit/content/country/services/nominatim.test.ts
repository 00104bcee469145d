import { expect, test } from 'vitest';
import { nominatim } from '../../../../../src/content/page/overrides/country/services/nominatim.ts';
import { ask, askJson, RURITANIA } from '../ask.ts';

const ADDRESS = 'https://nominatim.openstreetmap.org/reverse?lat=48.21&lon=16.37';

test.each([
  ['json', { class: 'boundary' }],
  ['jsonv2', { category: 'boundary' }],
])('As %s it gives a place, with the code in lower case', (format, own) => {
  expect(askJson(nominatim, `${ADDRESS}&format=${format}`)).toMatchObject({
    ...own,
    lat: '48.21',
    address: { country: 'Austria', country_code: 'at' },
  });
});

test('As geojson it gives a feature', () => {
  expect(askJson(nominatim, `${ADDRESS}&format=geojson`)).toMatchObject({
    type: 'FeatureCollection',
    features: [{ properties: { address: { country: 'Austria', country_code: 'at' } } }],
  });
});

test('Without a format it gives XML, in which names are escaped', () => {
  const { type, body } = ask(nominatim, ADDRESS, { ...RURITANIA, name: 'A & B' });
  expect(type).toBe('text/xml; charset=utf-8');
  expect(body).toContain('<country>A &#38; B</country>');
  expect(body).not.toContain('country_code');
});

test('An invented country has no code', () => {
  const place = askJson(nominatim, `${ADDRESS}&format=json`, RURITANIA);
  expect(place).toHaveProperty('address', { country: 'Ruritania' });
});

test('As a script it calls the function named in json_callback', () => {
  const { call } = ask(nominatim, `${ADDRESS}&format=json&json_callback=located`);
  expect(call?.name).toBe('located');
});

test('Searches and other formats are not answered', () => {
  expect(() => ask(nominatim, 'https://nominatim.openstreetmap.org/search?q=x')).toThrow();
  expect(() => ask(nominatim, `${ADDRESS}&format=geocodejson`)).toThrow();
});
