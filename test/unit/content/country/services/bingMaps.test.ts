import { expect, test } from 'vitest';
import { bingMaps } from '../../../../../src/content/page/overrides/country/services/bingMaps.ts';
import { ask, askJson, RURITANIA } from '../ask.ts';

const POINT = 'https://dev.virtualearth.net/REST/v1/Locations/47.1,19.5?key=k';

test('The country is where sites read it: as a name in the first resource', () => {
  expect(askJson(bingMaps, POINT, RURITANIA)).toMatchObject({
    resourceSets: [{ estimatedTotal: 1, resources: [{ address: { countryRegion: 'Ruritania' } }] }],
    statusCode: 200,
  });
});

test('The code comes when it is asked for, and there is one', () => {
  const code = (address: string, country = RURITANIA) =>
    JSON.stringify(askJson(bingMaps, address, country)).match(/"countryRegionIso2":"(..)"/)?.[1];
  expect(code(POINT, { ...RURITANIA, code: 'AT' })).toBeUndefined();
  expect(code(`${POINT}&incl=ciso2`, { ...RURITANIA, code: 'AT' })).toBe('AT');
  expect(code(`${POINT}&incl=ciso2`)).toBeUndefined();
});

test('As a script it calls the function named in jsonp', () => {
  expect(ask(bingMaps, `${POINT}&jsonp=located`)).toMatchObject({
    type: 'text/javascript; charset=utf-8',
    body: expect.stringMatching(/^located\(\{.*\}\);$/),
    call: { name: 'located' },
  });
});

test('Other addresses of the host are not answered', () => {
  expect(() => ask(bingMaps, 'https://dev.virtualearth.net/REST/v1/Routes')).toThrow();
});
