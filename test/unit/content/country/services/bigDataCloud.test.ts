import { expect, test } from 'vitest';
import { bigDataCloud } from '../../../../../src/content/page/overrides/country/services/bigDataCloud.ts';
import { ask, askJson, RURITANIA } from '../ask.ts';

const PATH = '/data/reverse-geocode-client';

test.each(['https://api.bigdatacloud.net', 'https://api-bdc.net'])(
  '%s tells the country of a position',
  (host) => {
    expect(askJson(bigDataCloud, `${host}${PATH}?latitude=48.21&longitude=16.37`)).toMatchObject({
      countryName: 'Austria',
      countryCode: 'AT',
      lookupSource: 'reverseGeocoding',
    });
  },
);

test('Without a position it tells that of the IP address', () => {
  const answer = askJson(bigDataCloud, `https://api-bdc.net${PATH}`, RURITANIA);
  expect(answer).toMatchObject({
    countryName: 'Ruritania',
    countryCode: '',
    lookupSource: 'ipGeolocation',
  });
});

test('Other services of the host are not answered', () => {
  expect(() => ask(bigDataCloud, 'https://api.bigdatacloud.net/data/timezone')).toThrow();
});
