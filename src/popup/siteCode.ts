import type { Snapshot } from '../messages/snapshot.ts';
import type { SiteEvidence } from '../model/evidence/evidence.ts';
import { answerOf, placeName } from '../model/findings/answer.ts';
import { findingsOf } from '../model/findings/index.ts';
import type { Examined } from '../model/findings/rule.ts';
import type { MessageKey } from '../model/text.ts';
import { timerRate } from '../model/visitor/clock.ts';
import { atMoment } from '../model/watch/atMoment.ts';
import type {
  CodePlace,
  Ending,
  InputName,
  LcwEvent,
  Sample,
  SdkUse,
  Watched,
} from '../model/watch/watched.ts';
import { list, say, words } from '../texts.ts';

/** The names of the inputs. */
export const INPUT_LABELS: Readonly<Record<InputName, MessageKey>> = {
  clock: 'inputClock',
  timers: 'inputTimers',
  referrer: 'inputReferrer',
  geolocation: 'inputGeolocation',
  'location service': 'inputLocationService',
  cookies: 'inputCookies',
  localStorage: 'inputLocalStorage',
  sessionStorage: 'inputSessionStorage',
  'pointer leaving': 'inputPointerLeaving',
  visibility: 'inputVisibility',
};

export const placeWords = (place: CodePlace | null): string =>
  place ? placeName(place) : say('uiPlaceUnknown');

/** A value as code would write it, with the properties that are known of it. */
export function sampleWords({ type, text, parts }: Sample): string {
  if (type === 'string') return `“${text}”`;
  if (!parts || text === 'promise') return text;
  const inside = Object.entries(parts).map(([key, part]) => `${key}: ${sampleWords(part)}`);
  return text === 'array' ? `[${inside.length}]` : `{ ${inside.join(', ')} }`;
}

const IGNORED = {
  'chat active': 'uiCallIgnoredChat',
  'invite pending': 'uiCallIgnoredInvite',
} as const;

/** A call of the SDK as it was written, and how it ended. */
export function callWords({ method, args, ending, isReady, ignored }: SdkUse): string {
  const call = `${method}(${args.map(sampleWords).join(', ')})`;
  const gave =
    'returned' in ending && ending.returned.type !== 'undefined' ? ending.returned : null;
  const notes = [
    ...(isReady ? [] : [say('uiCallTooEarly')]),
    ...('threw' in ending ? [say('uiCallThrew', ending.threw)] : []),
    ...(ignored ? [say(IGNORED[ignored])] : []),
  ];
  return list([gave ? `${call} → ${sampleWords(gave)}` : call, ...notes]);
}

/** An event of the widget, and what it tells. */
export const eventWords = ({ name, detail }: LcwEvent): string =>
  detail.type === 'undefined' || detail.type === 'null' ? name : `${name} ${sampleWords(detail)}`;

/** A context as it was given: its entries with their values. */
export function contextWords(ending: Ending): string {
  if ('threw' in ending) return say('uiContextThrew', ending.threw);
  const { parts } = ending.returned;
  if (!parts) return say('uiContextGiven', sampleWords(ending.returned));
  const entries = Object.entries(parts).map(
    ([key, entry]) => `${key}: ${sampleWords(entry.parts?.value ?? entry)}`,
  );
  return say('uiContextGiven', entries.join(', '));
}

/** What is known of the page to find faults in its triggers. `now` is real time, in ms since 1970. */
export const examinedOf = (
  { widget, simulation }: Pick<Snapshot, 'widget' | 'simulation'>,
  watched: Watched,
  now: number,
): Examined => ({
  watched: atMoment(watched, now, timerRate(simulation.visitor.clock)),
  widget: widget ?? { state: 'none' },
  now,
});

const placed = (place: CodePlace | null, value: string): string =>
  list([...(place ? [placeWords(place)] : []), ...(value === '' ? [] : [value])]);

/** What was seen of the site's own code, for a bug report. */
export function siteEvidence(snapshot: Snapshot, watched: Watched, now: number): SiteEvidence {
  const examined = examinedOf(snapshot, watched, now);
  const findings = findingsOf(examined);
  return {
    answer: words(answerOf(examined, findings)),
    findings: findings.map(({ cause, mend, evidence }) => ({
      cause: words(cause),
      mend: words(mend),
      evidence: evidence.map(({ at, value }) => placed(at, value)),
    })),
    calls: watched.sdkUses.map((use) => placed(use.by, callWords(use))),
  };
}
