import type { Facts } from '../facts.ts';
import type { Fields, SettingsOf } from '../fields.ts';
import type { Text } from '../text.ts';
import type { Verdict } from '../verdict.ts';

/** A problem with one setting of a condition, shown at that setting. */
export interface SettingProblem {
  readonly field: string;
  readonly text: Text;
}

/**
 * One kind of requirement. It is pure: the same settings and facts give the same verdict, anywhere.
 * Its label is the message `condition_<type>`, that of a setting `condition_<type>_<setting>`.
 */
export interface ConditionKind<F extends Fields> {
  readonly fields: F;
  /** The requirement in a few words, such as "20 s on the page". */
  describe(settings: SettingsOf<F>): Text;
  evaluate(settings: SettingsOf<F>, facts: Facts): Verdict;
  /** What is wrong between several settings, each being right by itself. */
  problem?(settings: SettingsOf<F>): SettingProblem | null;
}

/** Only infers the settings from the fields. */
export function defineCondition<const F extends Fields>(kind: ConditionKind<F>): ConditionKind<F> {
  return kind;
}
