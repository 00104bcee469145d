import { describeCondition } from '../conditions/index.ts';
import type { Facts } from '../facts.ts';
import type { ContextEntry } from '../invite.ts';
import { evaluateScenario, type Scenario } from '../scenarios/scenario.ts';
import { type Text, text } from '../text.ts';
import type { EventKind, TimelineEvent } from '../timeline.ts';
import type { Verdict } from '../verdict.ts';

/** A picture of the page as a data: URL, or a sentence that says why there is none. */
export type Picture = { readonly dataUrl: string } | { readonly missing: string };

/** One condition of a scenario that was watched. */
export interface ConditionEvidence {
  readonly needed: string;
  readonly state: Verdict['state'];
  /** The verdict in a sentence, with the present value. */
  readonly verdict: string;
}

export interface ScenarioEvidence {
  readonly name: string;
  /** Null while nothing is known of the page. */
  readonly state: 'qualified' | 'waiting' | 'not met' | null;
  readonly conditions: readonly ConditionEvidence[];
}

/** An invite that was passed to the widget's SDK, as it was passed. */
export interface InviteEvidence {
  readonly at: number;
  readonly visitorAt: number;
  /** Who brought it about. */
  readonly by: string;
  readonly message: string;
  readonly showPrechat: boolean;
  readonly inNewWindow: boolean;
  readonly context: readonly ContextEntry[];
}

export interface EventEvidence {
  /** The real time, in ms since 1970. */
  readonly at: number;
  /** The time on the visitor's clock, in ms since 1970. */
  readonly visitorAt: number;
  readonly kind: EventKind;
  readonly what: string;
  readonly by: string | null;
}

/** What was seen of the site's own code. */
export interface SiteEvidence {
  /** Why there is no invite of the site, or what became of it. */
  readonly answer: string;
  readonly findings: readonly {
    readonly cause: string;
    readonly mend: string;
    /** Each a place in the code, the code or the value at fault, or both. */
    readonly evidence: readonly string[];
  }[];
  /** The calls of the SDK as they were written, with their places. */
  readonly calls: readonly string[];
}

/** What a bug report needs to know of a tab, in the reader's language. */
export interface Evidence {
  /** When it was gathered, in ms since 1970. */
  readonly at: number;
  /** The language of its words, as BCP 47. */
  readonly language: string;
  readonly page: { readonly address: string; readonly title: string };
  readonly browser: string;
  readonly extension: string;
  /** What the visitor is made to be, a few words for each override. */
  readonly visitor: readonly string[];
  /** Null while nobody watches the site's own code. */
  readonly site: SiteEvidence | null;
  readonly scenarios: readonly ScenarioEvidence[];
  readonly invites: readonly InviteEvidence[];
  /** The oldest first. */
  readonly timeline: readonly EventEvidence[];
}

/** What evidence is made of. */
export interface EvidenceSource
  extends Pick<
    Evidence,
    'at' | 'language' | 'page' | 'browser' | 'extension' | 'visitor' | 'site'
  > {
  /** Those that watch the page. */
  readonly scenarios: readonly Scenario[];
  /** The facts of a scenario at that moment; null while nothing is known of the page. */
  readonly factsOf: (scenario: Scenario) => Facts | null;
  readonly timeline: readonly TimelineEvent[];
}

/** How what the model says becomes words. */
export interface Wording {
  readonly words: (text: Text) => string;
  readonly scenarioName: (scenario: Scenario) => string;
  /** Who caused an event; null for one that nobody caused. */
  readonly by: (event: TimelineEvent) => string | null;
}

function conditionsOf(
  scenario: Scenario,
  facts: Facts | null,
  { words }: Wording,
): Pick<ScenarioEvidence, 'state' | 'conditions'> {
  if (!facts) return { state: null, conditions: [] };
  const { state, verdicts } = evaluateScenario(scenario, facts);
  return {
    state,
    conditions: scenario.conditions.flatMap((condition, index) => {
      const verdict = verdicts[index];
      if (!verdict) return [];
      const needed = words(describeCondition(condition));
      return [{ needed, state: verdict.state, verdict: words(verdict.text) }];
    }),
  };
}

/** Gathers what a bug report needs to know. */
export function gatherEvidence(
  { scenarios, factsOf, timeline, ...known }: EvidenceSource,
  wording: Wording,
): Evidence {
  return {
    ...known,
    scenarios: scenarios.map((scenario) => ({
      name: wording.scenarioName(scenario),
      ...conditionsOf(scenario, factsOf(scenario), wording),
    })),
    invites: timeline.flatMap((event) =>
      event.invite && event.kind !== 'recorded'
        ? [
            {
              at: event.at,
              visitorAt: event.visitorAt,
              by: wording.by(event) ?? '',
              ...event.invite,
            },
          ]
        : [],
    ),
    timeline: timeline.map((event) => ({
      at: event.at,
      visitorAt: event.visitorAt,
      kind: event.kind,
      what: wording.words(event.text),
      by: wording.by(event),
    })),
  };
}

/** An instant as evidence writes it: ISO 8601 in UTC, to the millisecond. */
export const evidenceTime = (ms: number): string => new Date(ms).toISOString();

const STATES: Readonly<Record<'qualified' | Verdict['state'], Text>> = {
  qualified: text('uiStateQualified'),
  met: text('uiStateMet'),
  waiting: text('uiStateWaiting'),
  'not met': text('uiStateNotMet'),
};

/** The word for where a scenario or a condition stands. */
export const stateWord = (state: ScenarioEvidence['state'] | Verdict['state']): Text =>
  state === null ? text('evidenceStateUnknown') : STATES[state];
