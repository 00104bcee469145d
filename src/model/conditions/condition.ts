import type { Facts } from '../facts.ts';
import type { Fields, SettingsOf } from '../fields.ts';
import type { Problem } from '../problem.ts';
import type { Text } from '../text.ts';
import type { Verdict } from '../verdict.ts';
import type { FoundCounter } from '../visitor/counters.ts';
import type { CountryOverride } from '../visitor/country.ts';
import type { Visitor } from '../visitor/visitor.ts';

/** What is known when a visitor is made for whom conditions hold. */
export interface Arranging {
  /** The visitor's clock, in ms since 1970. */
  readonly now: number;
  /** What the site seems to count visits with; null if nothing was found. */
  readonly counter: FoundCounter | null;
  /** The known country of an English name or an ISO 3166-1 alpha-2 code; null for any other text. */
  readonly knownCountry: (name: string) => CountryOverride | null;
}

/** How a condition is made true: with these overrides, by something that only the tester can do, or both. */
export interface Arrangement {
  readonly visitor?: Visitor;
  readonly byHand?: Text;
}

/**
 * One kind of requirement. It is pure: the same settings and facts give the same verdict, anywhere.
 * Its label is the message `condition_<type>`, that of a setting `condition_<type>_<setting>`.
 */
export interface ConditionKind<F extends Fields> {
  readonly fields: F;
  /** Where the page has to be asked or watched for the fact, which is done for enabled scenarios only. */
  readonly isLookedFor?: true;
  /** The requirement in a few words, such as "20 s on the page". */
  describe(settings: SettingsOf<F>): Text;
  evaluate(settings: SettingsOf<F>, facts: Facts): Verdict;
  /** How the condition can be made to hold, whatever holds now. */
  arrange(settings: SettingsOf<F>, arranging: Arranging): Arrangement;
  /** What is wrong between several settings, each being right by itself; the path is a setting's name. */
  problem?(settings: SettingsOf<F>): Problem | null;
}

/** Only infers the settings from the fields. */
export function defineCondition<const F extends Fields>(kind: ConditionKind<F>): ConditionKind<F> {
  return kind;
}
