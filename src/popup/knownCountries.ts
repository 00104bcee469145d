import { countries } from '../model/visitor/countries.ts';
import { type CountryOverride, RURITANIA } from '../model/visitor/country.ts';
import { messagesLanguage } from '../texts.ts';

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

/** What turns a country into its name in the tester's language, as the browser has it; an invented one has only its own. */
function localNames(): (country: CountryOverride) => string {
  const names = new Intl.DisplayNames(messagesLanguage(), { type: 'region' });
  return ({ name, code }) => (code === null ? name : (names.of(code) ?? name));
}

/** A country as it is offered: what choosing it types, and what it is called. */
interface CountryOption {
  readonly value: string;
  readonly label: string;
}

let options: readonly CountryOption[] | null = null;

/** The known countries by their names in the tester's language, with the English ones, which sites see. */
export function countryOptions(): readonly CountryOption[] {
  if (options) return options;
  const localName = localNames();
  const { compare } = new Intl.Collator(messagesLanguage());
  options = knownCountries()
    .map((country) => {
      const { name, code } = country;
      const value = localName(country);
      const others = [...(value === name ? [] : [name]), ...(code === null ? [] : [code])];
      return { value, label: others.length > 0 ? `${value} (${others.join(', ')})` : value };
    })
    .sort((a, b) => compare(a.value, b.value));
  return options;
}

let byName: ReadonlyMap<string, CountryOverride> | null = null;

/** The known countries by their names in small letters: the English ones, and those in the tester's language. */
function countriesByName(): ReadonlyMap<string, CountryOverride> {
  if (byName) return byName;
  const localName = localNames();
  const under = (nameOf: (country: CountryOverride) => string) =>
    knownCountries().map((country) => [nameOf(country).toLowerCase(), country] as const);
  // What is an English name stays that country's in any language.
  byName = new Map([...under(localName), ...under(({ name }) => name)]);
  return byName;
}

/**
 * The known country of a name, English or in the tester's language and in any case, or of a code. A code
 * counts in capitals only, so that nobody comes through France on the way to Freedonia.
 */
export function knownCountry(typed: string): CountryOverride | null {
  const wanted = typed.trim();
  return (
    countriesByName().get(wanted.toLowerCase()) ??
    knownCountries().find(({ code }) => code !== null && code === wanted) ??
    null
  );
}
