import { parseInstant } from '../fields.ts';
import type { Problem } from '../problem.ts';
import { text } from '../text.ts';

/** A clock that runs from a given instant. */
export interface ClockOverride {
  /** ISO 8601 with offset: what the clock shows when the visitor is applied. Null: the real time, only skippable. */
  readonly at: string | null;
}

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
}

export interface ReferrerOverride {
  /** document.referrer and the Referer header, to the letter; empty for a direct visit. */
  readonly value: string;
}

export const counterStores = ['cookie', 'localStorage', 'sessionStorage'] as const;
export type CounterStore = (typeof counterStores)[number];

/** The next load of the page is visit number `number`; loads after it count on from there. */
export interface VisitsOverride {
  readonly number: number;
  /** Where the site keeps its own counter, and under which name. */
  readonly store: CounterStore;
  readonly name: string;
}

/** What the page is made to see. What is absent is real. */
export interface Visitor {
  readonly clock?: ClockOverride;
  readonly country?: CountryOverride;
  readonly referrer?: ReferrerOverride;
  readonly visits?: VisitsOverride;
}

/** The overrides of a visitor, in the order the popup shows them. */
export const overrideNames = [
  'clock',
  'country',
  'referrer',
  'visits',
] as const satisfies readonly (keyof Visitor)[];
export type OverrideName = (typeof overrideNames)[number];

/** The overrides that are on. */
export const activeOverrides = (visitor: Visitor): readonly OverrideName[] =>
  overrideNames.filter((name) => visitor[name] !== undefined);

/** The site's cookie in Microsoft's sample, and so in most pages that were made from it. */
export const DEFAULT_COUNTER = 'timesPageVisited';

/** An invented country where the sample's sits; its position is in central Europe. */
export const RURITANIA: CountryOverride = {
  name: 'Ruritania',
  code: null,
  latitude: 47.1,
  longitude: 19.5,
};

const within = (value: number, min: number, max: number) => value >= min && value <= max;

/** Everything that is wrong with a visitor of the right form; empty if it can be applied. */
export function visitorProblems({ clock, country, referrer, visits }: Visitor): readonly Problem[] {
  const problems: Problem[] = [];
  if (clock && clock.at !== null && parseInstant(clock.at) === null) {
    problems.push({ path: 'clock.at', text: text('problemNotAnInstant') });
  }
  if (country) {
    if (country.name.trim() === '')
      problems.push({ path: 'country.name', text: text('problemEmpty') });
    if (!within(country.latitude, -90, 90)) {
      problems.push({ path: 'country.latitude', text: text('problemRange', -90, 90) });
    }
    if (!within(country.longitude, -180, 180)) {
      problems.push({ path: 'country.longitude', text: text('problemRange', -180, 180) });
    }
  }
  // An HTTP header value holds no control characters: https://httpwg.org/specs/rfc9110.html#fields.values
  if (referrer && !/^[\x20-\x7e]*$/.test(referrer.value)) {
    problems.push({ path: 'referrer.value', text: text('problemReferrerCharacters') });
  }
  if (referrer && referrer.value.length > 2000) {
    problems.push({
      path: 'referrer.value',
      text: text('problemTooLong', 2000, referrer.value.length),
    });
  }
  if (visits) {
    if (!Number.isInteger(visits.number)) {
      problems.push({ path: 'visits.number', text: text('problemNotWhole') });
    } else if (!within(visits.number, 1, 100_000)) {
      problems.push({ path: 'visits.number', text: text('problemRange', 1, 100_000) });
    }
    // A cookie name is a token: https://httpwg.org/specs/rfc6265.html#sane-set-cookie-syntax
    const valid = visits.store === 'cookie' ? /^[!#$%&'*+.^_`|~\w-]+$/ : /\S/;
    if (!valid.test(visits.name)) {
      problems.push({ path: 'visits.name', text: text('problemCounterName') });
    }
  }
  return problems;
}

/** Whether a browser could have sent this as a referrer: nothing, or an absolute http(s) address without user and fragment. */
export function isPossibleReferrer(value: string): boolean {
  if (value === '') return true;
  try {
    const url = new URL(value);
    return (
      (url.protocol === 'http:' || url.protocol === 'https:') &&
      url.username === '' &&
      url.password === '' &&
      !value.includes('#') &&
      url.href === value
    );
  } catch {
    return false;
  }
}
