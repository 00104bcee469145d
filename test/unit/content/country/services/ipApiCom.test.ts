import { expect, test } from 'vitest';
import { ipApiCom } from '../../../../../src/content/page/overrides/country/services/ipApiCom.ts';
import { ask, askJson, RURITANIA } from '../ask.ts';

test.each([
  'http://ip-api.com/json',
  'http://ip-api.com/json/',
  'http://ip-api.com/json/8.8.8.8?fields=66846719',
  'https://pro.ip-api.com/json/?key=k',
])('%s tells everything', (address) => {
  expect(askJson(ipApiCom, address)).toMatchObject({
    status: 'success',
    country: 'Austria',
    countryCode: 'AT',
    lat: 48.21,
    timezone: 'Europe/Vienna',
  });
});

test('Fields that are named come alone', () => {
  const address = 'http://ip-api.com/json/?fields=status,country,countryCode';
  expect(askJson(ipApiCom, address, RURITANIA)).toEqual({
    status: 'success',
    country: 'Ruritania',
    countryCode: '',
  });
});

test('As a script it calls the function named in callback', () => {
  const { call, body } = ask(ipApiCom, 'http://ip-api.com/json/?callback=located&fields=country');
  expect(call).toEqual({ name: 'located', value: { country: 'Austria' } });
  expect(body).toBe('located({"country":"Austria"});');
});

test('Its other forms are not answered', () => {
  expect(() => ask(ipApiCom, 'http://ip-api.com/xml/')).toThrow();
});
