import { countries } from '../model/visitor/countries.ts';
import { type CountryOverride, RURITANIA } from '../model/visitor/country.ts';

let known: readonly CountryOverride[] | null = null;

/** The countries whose position the tester need not type, by their English names. Made when they are first asked for: a popup is open sooner without. */
export function knownCountries(): readonly CountryOverride[] {
  if (known) return known;
  const names = new Intl.DisplayNames('en', { type: 'region' });
  const { compare } = new Intl.Collator('en');
  known = [
    ...countries.map(({ code, latitude, longitude }) => ({
      name: names.of(code) ?? code,
      code,
      latitude,
      longitude,
    })),
    RURITANIA,
  ].sort((a, b) => compare(a.name, b.name));
  return known;
}

/**
 * The known country of a name, in any case, or of a code. A code counts in capitals only, so that nobody
 * comes through France on the way to Freedonia.
 */
export function knownCountry(typed: string): CountryOverride | null {
  const wanted = typed.trim();
  const name = wanted.toLowerCase();
  return (
    knownCountries().find((country) => country.name.toLowerCase() === name) ??
    knownCountries().find(({ code }) => code !== null && code === wanted) ??
    null
  );
}
