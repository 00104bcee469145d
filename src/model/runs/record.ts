import type { Facts } from '../facts.ts';
import type { Simulation } from '../simulation.ts';
import { MAX_VALUE_LENGTH, type Text, text } from '../text.ts';
import type { TimelineEvent } from '../timeline.ts';
import type { Visitor } from '../visitor/visitor.ts';
import { happenedIn, type OfferedInvite } from './happened.ts';
import type { ExpectedInvite, Run, RunStep } from './run.ts';

/** What is known of a tab when its visit is saved. */
export interface Visited {
  readonly simulation: Pick<Simulation, 'visitor' | 'scenarioIds'>;
  readonly timeline: readonly TimelineEvent[];
  /** Of the present page. */
  readonly facts: Pick<Facts, 'address' | 'clock' | 'sinceReady'>;
}

export type RecordedRun = Omit<Run, 'id' | 'name'>;

const addressIn = ({ text }: TimelineEvent): string => text.values[0] ?? '';

/** Whether a text of an event is all that there was: longer ones were cut. */
const isWhole = (value: string, longest: number): boolean =>
  !(value.length === longest && value.endsWith('…'));

/** The longest message that the timeline tells of an invite that was only seen. */
const LONGEST_SEEN = 80;

/** A stretch of a visit: from when on time counts on the visitor's clock, and what happened then. */
interface Stretch {
  readonly address: string;
  readonly events: readonly TimelineEvent[];
  /** In ms of the visitor's clock; null before the widget is ready. */
  readonly since: number | null;
}

/** The visit since its page was loaded. A page that was there before anything was simulated has no such event. */
function presentVisit({ timeline, facts }: Visited): Stretch {
  const load = timeline.findLastIndex(({ kind }) => kind === 'page loaded');
  const later = timeline.slice(load + 1);
  const loaded = timeline[load];
  const moved = later.findLast(({ kind }) => kind === 'address changed') ?? loaded;
  const shown = moved && addressIn(moved);
  const isLoaded =
    shown !== undefined &&
    (shown === facts.address || !isWhole(shown, MAX_VALUE_LENGTH)) &&
    loaded !== undefined;
  if (isLoaded) return { address: addressIn(loaded), events: later, since: null };
  const since = facts.sinceReady === null ? null : facts.clock - facts.sinceReady;
  const events = later.filter(({ visitorAt }) => since !== null && visitorAt >= since);
  return { address: facts.address, events, since };
}

const SECOND = 1000;

/** The steps of a visit up to its invite, or to its last skip if there is none. What was waited for is skipped. */
function stepsOf(
  { events, since: begin }: Stretch,
  { clock }: Visitor,
  invite: OfferedInvite | null,
): readonly RunStep[] {
  const steps: RunStep[] = [];
  const isStopped = clock?.speed === 0;
  let since = begin;
  let sinceReally = events[0]?.at ?? 0;
  const startAt = ({ visitorAt, at }: TimelineEvent) => {
    since = visitorAt;
    sinceReally = at;
  };
  /** Whole seconds, rather more than less: an invite ends a skip. */
  const passTo = (event: TimelineEvent) => {
    if (since === null) return;
    const passed = event.visitorAt - since + (isStopped ? event.at - sinceReally : 0);
    // Less is what one step needs after the other.
    if (passed >= SECOND / 2) steps.push({ do: 'skip', ms: Math.ceil(passed / SECOND) * SECOND });
    startAt(event);
  };
  const end = invite?.event ?? events.findLast(({ kind }) => kind === 'skipped');
  for (const event of end ? events.slice(0, events.indexOf(end) + 1) : events) {
    if (event.kind === 'widget ready') startAt(event);
    if (event.kind === 'pointer left') {
      passTo(event);
      steps.push({ do: 'leave page' });
    }
    if (event.kind === 'address changed') {
      steps.push({ do: 'go to', address: addressIn(event) });
      startAt(event);
    }
    if (event === end) passTo(event);
  }
  return steps;
}

/** Time is skipped for the site's own timers only with a clock, which shows the real time if none was set. */
const withClock = (visitor: Visitor, steps: readonly RunStep[]): Visitor =>
  visitor.clock || !steps.some((step) => step.do === 'skip')
    ? visitor
    : { clock: { at: null }, ...visitor };

function expectedOf({ message, passed }: OfferedInvite): ExpectedInvite {
  if (!passed) return { message };
  const context = passed.context.map(({ key, value }) => ({ key, value }));
  return { message, showPrechat: passed.showPrechat, ...(context.length > 0 && { context }) };
}

/**
 * What has happened in a tab since its page was loaded, as a run: the invite that came last is expected, or
 * none. Gives the problem if it is not known well enough to be played again.
 */
export function recordRun(visited: Visited): { run: RecordedRun } | { problem: Text } {
  const { visitor, scenarioIds } = visited.simulation;
  const visit = presentVisit(visited);
  const { invite } = happenedIn(visit.events);
  // Of a widget in a frame of another site not even the message is seen.
  const isKnown = (message: string) => message !== '' && isWhole(message, LONGEST_SEEN);
  if (invite && !invite.passed && !isKnown(invite.message))
    return { problem: text('problemRunMessage') };
  const steps = stepsOf(visit, visitor, invite);
  const addresses = steps.flatMap((step) => (step.do === 'go to' ? [step.address] : []));
  if (![visit.address, ...addresses].every((address) => isWhole(address, MAX_VALUE_LENGTH)))
    return { problem: text('problemRunAddressLong') };
  return {
    run: {
      address: visit.address,
      visitor: withClock(visitor, steps),
      scenarioIds,
      steps,
      expects: { invite: invite && expectedOf(invite) },
    },
  };
}
