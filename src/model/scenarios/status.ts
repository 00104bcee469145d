import { evaluateCondition, isLookedFor } from '../conditions/index.ts';
import type { Facts } from '../facts.ts';
import type { PageReport } from '../report.ts';
import { type Text, text } from '../text.ts';
import type { ScenarioOutcome } from '../timeline.ts';
import type { Verdict } from '../verdict.ts';
import {
  evaluateScenario,
  nextChangeIn,
  type Scenario,
  type ScenarioVerdict,
  wholeWait,
} from './scenario.ts';

export type StatusWord =
  | 'off'
  | 'no widget'
  | 'widget error'
  | 'waiting'
  | 'armed'
  | 'not met'
  | ScenarioOutcome['outcome'];

/** Where a scenario stands at one moment. */
export interface ScenarioStatus {
  readonly word: StatusWord;
  readonly outcome: ScenarioOutcome | null;
  /** Null while the scenario is off or nothing is known of the page. */
  readonly watched: { readonly facts: Facts; readonly verdict: ScenarioVerdict } | null;
  /** ms that have to pass, and nothing else; null if something else has to happen, or nothing any more. */
  readonly wait: number | null;
  /** Whether the status may change by time alone. */
  readonly isTimed: boolean;
}

/**
 * The facts of a scenario as they must be at `now`, in ms since 1970, if nothing but time has passed.
 * `speed` is that of the visitor's clock; while that stands, time on the page goes on.
 */
export function factsAt(
  { at, facts, parameters }: PageReport,
  id: string,
  now: number,
  speed = 1,
): Facts {
  const passed = Math.max(0, now - at);
  return {
    ...facts,
    clock: facts.clock + passed * speed,
    sinceReady: facts.sinceReady === null ? null : facts.sinceReady + passed * (speed || 1),
    parameters: parameters[id] ?? {},
  };
}

const waitsForPointerOnly = ({ verdicts }: ScenarioVerdict): boolean =>
  verdicts.every(
    (one) =>
      one.state === 'met' ||
      (one.state === 'waiting' && 'for' in one && one.for === 'pointer leaving'),
  );

function wordFor(verdict: ScenarioVerdict, report: PageReport): StatusWord {
  if (report.widget.state === 'none') return 'no widget';
  if (report.widget.state === 'error') return 'widget error';
  if (
    verdict.state === 'waiting' &&
    report.facts.sinceReady !== null &&
    waitsForPointerOnly(verdict)
  )
    return 'armed';
  return verdict.state;
}

/** Where a scenario stands at `now`, in ms since 1970. `speed` is that of the visitor's clock. */
export function statusOf(
  scenario: Scenario,
  enabled: boolean,
  report: PageReport | null,
  now: number,
  speed = 1,
): ScenarioStatus {
  const last = report?.outcomes[scenario.id] ?? null;
  if (!enabled || !report) {
    // What came of a scenario that is off now says nothing any more, unless it was fired by hand.
    const outcome = last?.cause === 'fire' ? last : null;
    const word = enabled ? 'waiting' : 'off';
    return { word: outcome?.outcome ?? word, outcome, watched: null, wait: null, isTimed: false };
  }
  const facts = factsAt(report, scenario.id, now, speed);
  const verdict = evaluateScenario(scenario, facts);
  return {
    word: last?.outcome ?? wordFor(verdict, report),
    outcome: last,
    watched: { facts, verdict },
    wait: wholeWait(verdict, facts),
    isTimed: nextChangeIn(verdict, facts) !== null,
  };
}

/**
 * What the conditions of a scenario that is off answer to what is known without it; null for one that has
 * to be looked for, as long as nobody has.
 */
export const verdictsWhileOff = (scenario: Scenario, facts: Facts): readonly (Verdict | null)[] =>
  scenario.conditions.map((condition) => {
    const verdict = evaluateCondition(condition, facts);
    return verdict.state === 'waiting' && isLookedFor(condition.type) ? null : verdict;
  });

/** The verdict that decides where a scenario stands, in a sentence. */
export function decidingSentence({ state, verdicts }: ScenarioVerdict): Text {
  const deciding = verdicts.find((one) => one.state === state);
  return deciding?.text ?? text(state === 'qualified' ? 'qualified' : 'waitingForReady');
}

/** How much of a waiting condition's time on the page has passed, in ms; null if it waits for something else. */
export function progressOf(
  verdict: Verdict,
  facts: Facts,
): { readonly done: number; readonly needed: number } | null {
  if (verdict.state !== 'waiting' || !('until' in verdict) || verdict.until.dial !== 'page')
    return null;
  return facts.sinceReady === null ? null : { done: facts.sinceReady, needed: verdict.until.ms };
}
