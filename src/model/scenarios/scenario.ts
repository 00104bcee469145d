import type { Condition } from '../conditions/index.ts';
import { evaluateCondition } from '../conditions/index.ts';
import type { Facts } from '../facts.ts';
import type { Invite } from '../invite.ts';
import type { Verdict } from '../verdict.ts';

/** Where the value of a named parameter comes from. */
export type ParameterSource =
  | { readonly from: 'typed'; readonly value: string }
  /** A parameter of the page's address, such as caseId in ?caseId=CAS-1. */
  | { readonly from: 'address'; readonly parameter: string }
  /** The text of the first element that a CSS selector finds. */
  | { readonly from: 'element'; readonly selector: string };

/** A value that conditions and invites can name, such as the case id. */
export interface NamedParameter {
  readonly name: string;
  readonly source: ParameterSource;
}

/** How often a scenario may offer its invite: once until the page is loaded anew, or each time it comes true. */
export const repeats = ['once per page load', 'each time'] as const;
export type Repeat = (typeof repeats)[number];

/** Conditions, one invite, and how often it may be offered. */
export interface Scenario {
  readonly id: string;
  /** Absent on a built-in that nobody has renamed: it is then named in the tester's language. */
  readonly name?: string;
  readonly conditions: readonly Condition[];
  readonly parameters: readonly NamedParameter[];
  readonly invite: Invite;
  readonly repeat: Repeat;
  /** After the invite, visits of the page are counted from the beginning. */
  readonly resetsVisits: boolean;
}

/** A scenario's answer for the facts of one moment: the hardest of its conditions, and each of them. */
export interface ScenarioVerdict {
  /** `qualified` when every condition is met. */
  readonly state: 'qualified' | 'waiting' | 'not met';
  readonly verdicts: readonly Verdict[];
}

export function evaluateScenario(scenario: Scenario, facts: Facts): ScenarioVerdict {
  const verdicts = scenario.conditions.map((condition) => evaluateCondition(condition, facts));
  const has = (state: Verdict['state']) => verdicts.some((verdict) => verdict.state === state);
  // The widget takes no invite before lcw:ready, whatever the conditions say.
  const waits = facts.sinceReady === null || has('waiting');
  return { state: has('not met') ? 'not met' : waits ? 'waiting' : 'qualified', verdicts };
}

/** ms until the next of its waiting conditions may come true by itself; null if none will. */
export function nextChangeIn(verdict: ScenarioVerdict, facts: Facts): number | null {
  let soonest: number | null = null;
  for (const one of verdict.verdicts) {
    if (one.state !== 'waiting' || !('until' in one)) continue;
    const now = one.until.dial === 'clock' ? facts.clock : facts.sinceReady;
    if (now === null) continue;
    const ms = Math.max(0, one.until.ms - now);
    if (soonest === null || ms < soonest) soonest = ms;
  }
  return soonest;
}

/** ms until time alone will have made every condition met; null if there is nothing to wait for, or time is not enough. */
export function wholeWait(verdict: ScenarioVerdict, facts: Facts): number | null {
  let longest: number | null = null;
  for (const one of verdict.verdicts) {
    if (one.state === 'met') continue;
    if (one.state !== 'waiting' || !('until' in one)) return null;
    const now = one.until.dial === 'clock' ? facts.clock : facts.sinceReady;
    if (now === null) return null;
    longest = Math.max(longest ?? 0, one.until.ms - now);
  }
  return longest;
}
