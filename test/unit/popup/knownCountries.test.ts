import { expect, test, vi } from 'vitest';
import { countryOptions, knownCountry } from '../../../src/popup/knownCountries.ts';
import { draftOf, visitorFrom, withCountryName } from '../../../src/popup/visitorDraft.ts';

// The extension speaks German.
vi.mock('webextension-polyfill', () => ({ default: { i18n: { getMessage: () => 'de' } } }));

test.each(['Deutschland', ' deutschland ', 'Germany', 'DE'])('“%s” is Germany', (typed) => {
  expect(knownCountry(typed)).toMatchObject({ name: 'Germany', code: 'DE' });
});

test.each(['Freedonia', 'fr', ''])('“%s” is no known country', (typed) => {
  expect(knownCountry(typed)).toBeNull();
});

test('What is typed in the tester’s language is kept under its English name', () => {
  const draft = withCountryName(draftOf({}), 'Österreich');
  expect(visitorFrom({ ...draft, country: 'set' }).country).toEqual({
    name: 'Austria',
    code: 'AT',
    latitude: 48.21,
    longitude: 16.37,
  });
});

test('Countries are offered by their names in the tester’s language, with the English ones', () => {
  const options = countryOptions();
  expect(options).toContainEqual({ value: 'Deutschland', label: 'Deutschland (Germany, DE)' });
  expect(options).toContainEqual({ value: 'Japan', label: 'Japan (JP)' });
  expect(options).toContainEqual({ value: 'Ruritania', label: 'Ruritania' });
  const names = options.map(({ value }) => value);
  expect(names.indexOf('Österreich')).toBeLessThan(names.indexOf('Polen'));
  expect(new Set(names).size).toBe(names.length);
});
