import { expect, test } from 'vitest';
import { ipwhoIs } from '../../../../../src/content/page/overrides/country/services/ipwhoIs.ts';
import { ask, askJson, RURITANIA } from '../ask.ts';

test.each(['https://ipwho.is/', 'https://ipwho.is/8.8.8.8'])('%s tells everything', (address) => {
  expect(askJson(ipwhoIs, address)).toMatchObject({
    success: true,
    country: 'Austria',
    country_code: 'AT',
    flag: { emoji: '🇦🇹' },
    timezone: { id: 'Europe/Vienna' },
  });
});

test('An invented country has neither code nor flag', () => {
  expect(askJson(ipwhoIs, 'https://ipwho.is/', RURITANIA)).toMatchObject({
    success: true,
    country: 'Ruritania',
    country_code: '',
    flag: {},
  });
});

test('As a script it calls the function named in callback', () => {
  expect(ask(ipwhoIs, 'https://ipwho.is/?callback=located').call?.name).toBe('located');
});

test('Its other pages are not answered', () => {
  expect(() => ask(ipwhoIs, 'https://ipwho.is/flags')).toThrow();
});
