import type { Country, CountryUnknown } from '../facts.ts';
import type { Problem } from '../problem.ts';
import { text } from '../text.ts';
import { isTimeZone } from '../timeZone.ts';

/** How navigator.geolocation answers. */
export const positionAnswers = ['position', 'denied', 'unavailable', 'timeout'] as const;
export type PositionAnswer = (typeof positionAnswers)[number];

/** How location services answer: with the country, with an HTTP error, or with something that is no JSON. */
export const serviceAnswers = ['country', 'error 429', 'error 500', 'malformed'] as const;
export type ServiceAnswer = (typeof serviceAnswers)[number];

/** A position, and what sites make of it. */
export interface CountryOverride {
  /** The country's English name; may be invented, such as Ruritania. */
  readonly name: string;
  /** ISO 3166-1 alpha-2, upper case; null for an invented country. */
  readonly code: string | null;
  /** Degrees north, -90 to 90. */
  readonly latitude: number;
  /** Degrees east, -180 to 180. */
  readonly longitude: number;
  /** `position` at once if absent. `afterMs`: ms that pass on the page's clock before the answer. */
  readonly geolocation?: { readonly answer: PositionAnswer; readonly afterMs: number };
  /** `country` at once if absent. */
  readonly services?: { readonly answer: ServiceAnswer; readonly afterMs: number };
  /** Whether requests carry the headers with which a CDN tells a server the country; true if absent. */
  readonly cdnHeaders?: boolean;
  /** The visitor's first language as a BCP 47 tag, such as de-AT; the real one if absent. */
  readonly language?: string;
  /** The IANA name of the country's time zone, when the visitor's clock is to follow it. */
  readonly timeZone?: string;
}

/** An invented country where the sample's sits; its position is in central Europe. */
export const RURITANIA: CountryOverride = {
  name: 'Ruritania',
  code: null,
  latitude: 47.1,
  longitude: 19.5,
};

/** What is found out of a visitor's country with the browser's position. */
export function countryByPosition(country: CountryOverride): Country | CountryUnknown {
  switch (country.geolocation?.answer ?? 'position') {
    case 'position':
      return { name: country.name, code: country.code };
    case 'denied':
      return 'denied';
    case 'unavailable':
    case 'timeout':
      return 'unavailable';
  }
}

/** The longest that an answer can be kept back, in ms. */
export const LONGEST_ANSWER = 3_600_000;

const within = (value: number, min: number, max: number) => value >= min && value <= max;

/** What is wrong with a country; empty if it can be applied. */
export function countryProblems(country: CountryOverride): readonly Problem[] {
  const problems: Problem[] = [];
  if (country.name.trim() === '')
    problems.push({ path: 'country.name', text: text('problemEmpty') });
  if (!within(country.latitude, -90, 90)) {
    problems.push({ path: 'country.latitude', text: text('problemRange', -90, 90) });
  }
  if (!within(country.longitude, -180, 180)) {
    problems.push({ path: 'country.longitude', text: text('problemRange', -180, 180) });
  }
  for (const asked of ['geolocation', 'services'] as const) {
    const afterMs = country[asked]?.afterMs ?? 0;
    if (!within(afterMs, 0, LONGEST_ANSWER)) {
      problems.push({
        path: `country.${asked}.afterMs`,
        text: text('problemDelay', 0, LONGEST_ANSWER / 1000),
      });
    }
  }
  if (country.language !== undefined && !isLanguage(country.language)) {
    problems.push({ path: 'country.language', text: text('problemLanguage', country.language) });
  }
  if (country.timeZone !== undefined && !isTimeZone(country.timeZone)) {
    problems.push({ path: 'country.timeZone', text: text('problemTimeZone', country.timeZone) });
  }
  return problems;
}

/** Whether a text is a language tag: https://tc39.es/ecma402/#sec-isstructurallyvalidlanguagetag */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
