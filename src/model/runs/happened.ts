import type { Invite } from '../invite.ts';
import type { Text } from '../text.ts';
import type { TimelineEvent } from '../timeline.ts';

/** An invite that the site's code or a scenario has offered. */
export interface OfferedInvite {
  readonly message: string;
  /** What was passed to the SDK, or would have been; null where only what was shown is known. */
  readonly passed: Invite | null;
  /** `offered` as long as nobody knows what became of it. */
  readonly fate: 'offered' | 'shown' | 'recorded' | 'blocked';
  /** What the timeline said of it last. */
  readonly text: Text;
  readonly event: TimelineEvent;
}

/** What came of a visit. */
export interface Happened {
  /** The invite that was offered last; null if none was. What the tester fires does not count. */
  readonly invite: OfferedInvite | null;
  /** Why an invite was not even offered, as far as something was in its way. */
  readonly hindrance: Text | null;
}

const nothing: Happened = { invite: null, hindrance: null };

function after({ invite, hindrance }: Happened, event: TimelineEvent): Happened {
  const { kind, text, cause } = event;
  if (cause === undefined || cause === 'fire') return { invite, hindrance };
  const open = invite?.fate === 'offered' ? invite : null;
  if ((kind === 'offered' || kind === 'recorded') && event.invite) {
    const { message } = event.invite;
    return { invite: { message, passed: event.invite, fate: kind, text, event }, hindrance };
  }
  if (kind === 'shown') {
    const seen = { message: text.values[0] ?? '', passed: null, event };
    return { invite: { ...(open ?? seen), fate: 'shown', text }, hindrance };
  }
  if (kind !== 'blocked') return { invite, hindrance };
  return open
    ? { invite: { ...open, fate: 'blocked', text }, hindrance }
    : { invite, hindrance: text };
}

/** What became of invites, by the events of a timeline in their order. */
export const happenedIn = (events: readonly TimelineEvent[]): Happened =>
  events.reduce(after, nothing);
