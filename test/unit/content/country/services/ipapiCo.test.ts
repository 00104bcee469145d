import { expect, test } from 'vitest';
import { ipapiCo } from '../../../../../src/content/page/overrides/country/services/ipapiCo.ts';
import { ask, askJson, RURITANIA } from '../ask.ts';

test.each(['https://ipapi.co/json/', 'https://ipapi.co/json', 'https://ipapi.co/8.8.8.8/json/'])(
  '%s tells everything',
  (address) => {
    expect(askJson(ipapiCo, address)).toMatchObject({
      country: 'AT',
      country_code: 'AT',
      country_name: 'Austria',
      timezone: 'Europe/Vienna',
    });
  },
);

test.each([
  ['country', 'AT', 'Undefined'],
  ['country_code', 'AT', 'Undefined'],
  ['country_name', 'Austria', 'Ruritania'],
  ['latlong', '48.21,16.37', '47.1,19.5'],
])('The field %s comes as text', (field, known, invented) => {
  const address = `https://ipapi.co/${field}/`;
  expect(ask(ipapiCo, address).body).toBe(known);
  expect(ask(ipapiCo, address, RURITANIA).body).toBe(invented);
});

test('As a script it calls the function that is named, or callback', () => {
  expect(ask(ipapiCo, 'https://ipapi.co/jsonp/').call?.name).toBe('callback');
  expect(ask(ipapiCo, 'https://ipapi.co/jsonp/?callback=a.b').call?.name).toBe('a.b');
});

test('Its other pages are not answered', () => {
  expect(() => ask(ipapiCo, 'https://ipapi.co/api/')).toThrow();
});
