import { expect, test } from 'vitest';
import { ipinfoIo } from '../../../../../src/content/page/overrides/country/services/ipinfoIo.ts';
import { ask, askJson, RURITANIA } from '../ask.ts';

test.each([
  'https://ipinfo.io/json?token=t',
  'https://ipinfo.io/?token=t',
  'https://ipinfo.io/8.8.8.8/json',
  'https://ipinfo.io/2001:4860:4860::8888',
])('%s tells the code', (address) => {
  expect(askJson(ipinfoIo, address)).toMatchObject({ country: 'AT', loc: '48.2100,16.3700' });
});

test('The country alone comes as a line of text', () => {
  expect(ask(ipinfoIo, 'https://ipinfo.io/country').body).toBe('AT\n');
  expect(ask(ipinfoIo, 'https://ipinfo.io/loc').body).toBe('48.2100,16.3700\n');
});

test('Of an invented country it knows no code', () => {
  expect(askJson(ipinfoIo, 'https://ipinfo.io/json', RURITANIA)).not.toHaveProperty('country');
  expect(ask(ipinfoIo, 'https://ipinfo.io/country', RURITANIA).body).toBe('\n');
});

test('The lite interface tells name and code', () => {
  expect(askJson(ipinfoIo, 'https://api.ipinfo.io/lite/me?token=t')).toMatchObject({
    country: 'Austria',
    country_code: 'AT',
  });
});

test('As a script it calls the function named in callback', () => {
  expect(ask(ipinfoIo, 'https://ipinfo.io/?callback=located').call?.name).toBe('located');
});

test('Its other pages are not answered', () => {
  expect(() => ask(ipinfoIo, 'https://ipinfo.io/pricing')).toThrow();
});
