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

/** The known country of a name, in any case. */
export function knownCountry(name: string): CountryOverride | null {
  const wanted = name.trim().toLowerCase();
  return knownCountries.find((country) => country.name.toLowerCase() === wanted) ?? null;
}
