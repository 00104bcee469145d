import type { Problem } from '../problem.ts';
import type { MessageKey } from '../text.ts';
import { type ClockOverride, clockProblems } from './clock.ts';
import { type CountryOverride, countryProblems } from './country.ts';
import { type ReferrerOverride, referrerProblems } from './referrer.ts';
import { type VisitsOverride, visitsProblems } from './visits.ts';

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

/** What testers call the overrides. */
export const overrideLabels: Readonly<Record<OverrideName, MessageKey>> = {
  clock: 'uiClock',
  country: 'uiCountry',
  referrer: 'uiReferrer',
  visits: 'uiVisits',
};

/** The overrides that are on. */
export const activeOverrides = (visitor: Visitor): readonly OverrideName[] =>
  overrideNames.filter((name) => visitor[name] !== undefined);

/** The IANA name of the visitor's time zone; null for the real one. */
export const timeZoneOf = ({ clock, country }: Visitor): string | null =>
  clock?.timeZone ?? country?.timeZone ?? null;

/** Everything that is wrong with a visitor of the right form; empty if it can be applied. */
export const visitorProblems = ({
  clock,
  country,
  referrer,
  visits,
}: Visitor): readonly Problem[] => [
  ...(clock ? clockProblems(clock) : []),
  ...(country ? countryProblems(country) : []),
  ...(referrer ? referrerProblems(referrer) : []),
  ...(visits ? visitsProblems(visits) : []),
];
