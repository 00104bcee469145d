import { countries } from '../model/visitor/countries.ts';
import { type CountryOverride, RURITANIA } from '../model/visitor/country.ts';

const names = new Intl.DisplayNames('en', { type: 'region' });

/** The countries whose position the tester need not type, by their English names. */
export const knownCountries: readonly CountryOverride[] = [
  ...countries.map(({ code, latitude, longitude }) => ({
    name: names.of(code) ?? code,
    code,
    latitude,
    longitude,
  })),
  RURITANIA,
].sort((a, b) => a.name.localeCompare(b.name, 'en'));

/**
 * The known country of a name, in any case, or of a code. A code counts in capitals only, so that nobody
 * comes through France on the way to Freedonia.
 */
export function knownCountry(typed: string): CountryOverride | null {
  const wanted = typed.trim();
  const name = wanted.toLowerCase();
  return (
    knownCountries.find((country) => country.name.toLowerCase() === name) ??
    knownCountries.find(({ code }) => code !== null && code === wanted) ??
    null
  );
}
