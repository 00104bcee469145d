import type { Scenario } from '../model/scenarios/scenario.ts';
import { type Cause, type EventKind, outcomes, type TimelineEvent } from '../model/timeline.ts';
import { byWhom, words } from '../texts.ts';

/** The kinds of events that are looked for together. */
export const kindGroups = {
  invites: ['qualified', ...outcomes],
  page: [
    'page loaded',
    'address changed',
    'widget ready',
    'widget error',
    'chat started',
    'chat closed',
    'left out',
  ],
  visitor: ['pointer left', 'skipped', 'ended', 'run began', 'run passed', 'run failed'],
} as const satisfies Readonly<Record<string, readonly EventKind[]>>;
export type KindGroup = keyof typeof kindGroups;

/** An event in words, as it is shown and searched. */
export interface Told {
  readonly event: TimelineEvent;
  readonly sentence: string;
  /** Who caused it; null for an event that nobody caused. */
  readonly by: string | null;
}

/** Events stay the same objects for as long as they are shown, and asking the browser for words takes time. */
const sentences = new WeakMap<TimelineEvent, string>();

function sentenceOf(event: TimelineEvent): string {
  let sentence = sentences.get(event);
  if (sentence === undefined) {
    sentence = words(event.text);
    sentences.set(event, sentence);
  }
  return sentence;
}

/** Events in words, the latest first. */
export function tell(
  timeline: readonly TimelineEvent[],
  scenarios: readonly Scenario[],
): readonly Told[] {
  const known = new Map<string, string | null>();
  const by = (event: TimelineEvent) => {
    const key = `${event.cause} ${event.scenarioId}`;
    let answer = known.get(key);
    if (answer === undefined) {
      answer = byWhom(event, scenarios);
      known.set(key, answer);
    }
    return answer;
  };
  return timeline.map((event) => ({ event, sentence: sentenceOf(event), by: by(event) })).reverse();
}

/** What is looked for in a timeline. */
export interface Wanted {
  readonly search: string;
  readonly group: KindGroup | 'all';
  readonly cause: Cause | 'all';
}

/** The events that hold the words, in any case, and are of the group and the cause. */
export function find(told: readonly Told[], { search, group, cause }: Wanted): readonly Told[] {
  const wanted = search.trim().toLowerCase();
  const kinds: readonly EventKind[] | null = group === 'all' ? null : kindGroups[group];
  return told.filter(
    ({ event, sentence, by }) =>
      (kinds === null || kinds.includes(event.kind)) &&
      (cause === 'all' || event.cause === cause) &&
      (wanted === '' || `${sentence} ${by ?? ''}`.toLowerCase().includes(wanted)),
  );
}
