import type { Facts } from '../facts.ts';
import type { Fields, SettingsOf } from '../fields.ts';
import type { Problem } from '../problem.ts';
import type { Text } from '../text.ts';
import type { Verdict } from '../verdict.ts';

/**
 * One kind of requirement. It is pure: the same settings and facts give the same verdict, anywhere.
 * Its label is the message `condition_<type>`, that of a setting `condition_<type>_<setting>`.
 */
export interface ConditionKind<F extends Fields> {
  readonly fields: F;
  /** The requirement in a few words, such as "20 s on the page". */
  describe(settings: SettingsOf<F>): Text;
  evaluate(settings: SettingsOf<F>, facts: Facts): Verdict;
  /** What is wrong between several settings, each being right by itself; the path is a setting's name. */
  problem?(settings: SettingsOf<F>): Problem | null;
}

/** Only infers the settings from the fields. */
export function defineCondition<const F extends Fields>(kind: ConditionKind<F>): ConditionKind<F> {
  return kind;
}
