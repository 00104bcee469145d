import { answerOf } from '../findings/answer.ts';
import { findingsOf } from '../findings/index.ts';
import type { PageReport } from '../report.ts';
import { evaluateScenario, type Scenario } from '../scenarios/scenario.ts';
import type { Text } from '../text.ts';
import type { Watched } from '../watch/watched.ts';

/** What is known of a page on which no invite came. `scenarios` are those that watch it. */
export interface Silence {
  readonly scenarios: readonly Scenario[];
  readonly report: PageReport;
  readonly watched: Watched | null;
  /** Real time, in ms since 1970. */
  readonly now: number;
}

/** Why no invite came: what the scenarios lack, or, where there are none, the one answer for the site's own code. */
export function silenceOf({ scenarios, report, watched, now }: Silence): readonly Text[] {
  const { widget, facts } = report;
  if (scenarios.length === 0) {
    if (!watched) return [];
    const examined = { watched, widget, now };
    return [answerOf(examined, findingsOf(examined))];
  }
  return scenarios.flatMap((scenario) => {
    const parameters = report.parameters[scenario.id] ?? {};
    const { verdicts } = evaluateScenario(scenario, { ...facts, parameters });
    return verdicts.flatMap(({ state, text }) => (state === 'met' ? [] : [text]));
  });
}
