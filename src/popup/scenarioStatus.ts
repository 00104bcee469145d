import type { Facts } from '../model/facts.ts';
import type { PageReport } from '../model/report.ts';
import {
  evaluateScenario,
  nextChangeIn,
  type Scenario,
  type ScenarioVerdict,
  wholeWait,
} from '../model/scenarios/scenario.ts';
import { type Text, text } from '../model/text.ts';
import type { ScenarioOutcome } from '../model/timeline.ts';
import type { Verdict } from '../model/verdict.ts';

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

/** The facts of a scenario as they must be at `now`, in ms since 1970, if nothing but time has passed. */
export function factsAt({ at, facts, parameters }: PageReport, id: string, now: number): Facts {
  const passed = Math.max(0, now - at);
  return {
    ...facts,
    clock: facts.clock + passed,
    sinceReady: facts.sinceReady === null ? null : facts.sinceReady + passed,
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

export function statusOf(
  scenario: Scenario,
  enabled: boolean,
  report: PageReport | null,
  now: number,
): ScenarioStatus {
  const last = report?.outcomes[scenario.id] ?? null;
  if (!enabled || !report) {
    // What came of a scenario that is off now says nothing any more, unless it was fired by hand.
    const outcome = last?.cause === 'fire' ? last : null;
    const word = enabled ? 'waiting' : 'off';
    return { word: outcome?.outcome ?? word, outcome, watched: null, wait: null, isTimed: false };
  }
  const facts = factsAt(report, scenario.id, now);
  const verdict = evaluateScenario(scenario, facts);
  return {
    word: last?.outcome ?? wordFor(verdict, report),
    outcome: last,
    watched: { facts, verdict },
    wait: wholeWait(verdict, facts),
    isTimed: nextChangeIn(verdict, facts) !== null,
  };
}

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
