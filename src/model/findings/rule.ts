import type { WidgetState } from '../report.ts';
import type { MessageKey, Text } from '../text.ts';
import type { CodePlace, Watched } from '../watch/watched.ts';

/** What rules look at: all that is known of a page. */
export interface Examined {
  readonly watched: Watched;
  readonly widget: WidgetState;
  /** Real time, in ms since 1970. */
  readonly now: number;
}

/** What shows that a finding is true. */
export interface Evidence {
  readonly at: CodePlace | null;
  /** The value, line of code or message at fault; '' if the place says it all. */
  readonly value: string;
}

/** The names for which there are the messages `finding_<name>` and `mend_<name>`. */
export type RuleName = {
  [K in MessageKey]: K extends `finding_${infer N}` ? N : never;
}[MessageKey];

/** Why an invite does not come, or not as it should. */
export interface Finding {
  readonly rule: RuleName;
  readonly cause: Text;
  readonly mend: Text;
  /** Whether it keeps the invite away; if not, it only spoils it. */
  readonly prevents: boolean;
  /** At least one; the same fault can be in several places. */
  readonly evidence: readonly Evidence[];
}

/** One known fault of trigger code. It is pure: the same page gives the same finding, anywhere. */
export interface Rule {
  readonly name: RuleName;
  /** The values of its messages and the evidence; null if the page does not have the fault. */
  look(examined: Examined): Found | null;
}

/** The most evidence that is kept of a fault: more tells nothing new. */
export const MOST_EVIDENCE = 10;

export interface Found {
  readonly evidence: readonly Evidence[];
  /** The $1, $2, … of the cause. */
  readonly values?: readonly (string | number)[];
}

/** Evidence that there is any of, else nothing was found. */
export const foundIn = (
  evidence: readonly Evidence[],
  ...values: readonly (string | number)[]
): Found | null => (evidence.length > 0 ? { evidence, values } : null);

/** Evidence without what says the same again: a provider is called several times. */
export const onlyOnce = (all: readonly Evidence[]): readonly Evidence[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];
