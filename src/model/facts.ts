/** A country or territory as sites see it: its English name, and its ISO 3166-1 alpha-2 code if it has one. */
export interface Country {
  readonly name: string;
  readonly code: string | null;
}

/** Why the country is not known. */
export const countryUnknowns = ['not asked', 'asking', 'denied', 'unavailable', 'outside'] as const;
export type CountryUnknown = (typeof countryUnknowns)[number];

/** What is known about the visit at one moment. Conditions look at nothing else. */
export interface Facts {
  /** The visitor's wall clock, in ms since 1970. */
  readonly clock: number;
  /** ms since lcw:ready, or since the address changed without a load if that came later; null before lcw:ready. */
  readonly sinceReady: number | null;
  /** The address of the page, as in location.href. */
  readonly address: string;
  /** document.referrer, as the page reads it. */
  readonly referrer: string;
  /** Which visit of this address it is, 1 for the first; null until it has been counted. */
  readonly visits: number | null;
  readonly country: Country | CountryUnknown;
  /** `sinceReady` when the pointer last left the page; null if it has not, or if an invite has used it up. */
  readonly pointerLeftAt: number | null;
  /** The named parameters of the scenario that could be read, such as the case id. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The value of a named parameter; null if it could not be read. A name such as `constructor` is no exception. */
export const knownParameter = ({ parameters }: Facts, name: string): string | null =>
  Object.hasOwn(parameters, name) ? (parameters[name] ?? null) : null;
