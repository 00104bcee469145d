import { seconds, type Text, text } from '../text.ts';
import type { CodePlace, InputUse, Watched } from '../watch/watched.ts';
import { invitesOffered } from './invites.ts';
import type { Examined, Finding } from './rule.ts';
import { listed, shortValue, useText } from './uses.ts';

/** A place as testers name it: the last part of its address, and the line. */
export function placeName({ file, line }: CodePlace): string {
  const path = URL.canParse(file) ? new URL(file).pathname : file;
  return `${path.split('/').at(-1) || '/'}:${line}`;
}

const UNKNOWN_PLACE = '?';

const knownPlace = (place: CodePlace | null): string => (place ? placeName(place) : UNKNOWN_PLACE);

const isOfTrigger = ({ isTrigger }: { readonly isTrigger: boolean }): boolean => isTrigger;

/** Where the site has offered its last invite; null if it has offered none. */
function offeredAt(watched: Watched): string | null {
  const last = invitesOffered(watched).at(-1);
  return last ? knownPlace(last.by) : null;
}

/** What an invite of the site came to last; null if nothing of one was seen. */
function fate(watched: Watched): Text | null {
  const last = watched.invites.at(-1);
  const place = offeredAt(watched) ?? UNKNOWN_PLACE;
  switch (last?.outcome) {
    case 'shown':
      return text('answerShown', place);
    case 'accepted':
      return text('answerAccepted', place);
    case 'dismissed':
      return text('answerDismissed', place);
    case 'timed out':
      return text('answerTimedOut', place);
    case 'recorded':
      return text('answerRecorded', place);
    default:
      return null;
  }
}

/** What is known of an invite that was offered and not seen; null if none was offered. */
function unseen(watched: Watched): Text | null {
  const place = offeredAt(watched);
  if (place === null) return null;
  const isGivenUp = watched.invites.at(-1)?.outcome === 'blocked';
  return text(isGivenUp ? 'answerBlocked' : 'answerOffered', place);
}

/** Whether anything on the page is known to have to do with the chat. */
const isTriggerSeen = ({ sources, sdkUses, inputs }: Watched): boolean =>
  sources.length + sdkUses.length > 0 || inputs.some(isOfTrigger);

/** That a script never ran in which the trigger may be, because none was seen elsewhere; null if there is no such script. */
function mayBeUnread(watched: Watched): Text | null {
  if (isTriggerSeen(watched)) return null;
  const [unread] = watched.faults.filter(({ neverRan }) => neverRan === 'unseen');
  return unread ? text('answerNeverRan', knownPlace(unread.by), shortValue(unread.message)) : null;
}

/** What the trigger is waiting for. */
function waiting({ timers, inputs }: Watched): Text | null {
  const timer = timers.find(isOfTrigger);
  if (timer) {
    return text(
      'answerWaitsTimer',
      knownPlace(timer.by),
      seconds(timer.dueIn),
      seconds(timer.delay),
    );
  }
  const of = (input: InputUse['input']) =>
    inputs.findLast((use) => use.input === input && use.isTrigger);
  const asked = of('geolocation');
  if (asked && asked.value === null) return text('answerWaitsPosition', knownPlace(asked.by));
  const leaving = of('pointer leaving');
  return leaving ? text('answerWaitsLeaving', knownPlace(leaving.by)) : null;
}

/** What the trigger has read, as `referrer “”, getItem('visits') “1”`. */
function hasRead({ inputs }: Watched): string {
  const read = inputs
    .filter(isOfTrigger)
    .flatMap((use) => (use.value ? [`${useText(use)} “${shortValue(use.value.text)}”`] : []));
  return listed(read);
}

/** Why there is no invite of the site on a page, in one sentence; or what became of it. */
export function answerOf({ watched, widget }: Examined, findings: readonly Finding[]): Text {
  const happened = fate(watched);
  if (happened) return happened;
  const preventing = findings.find(({ prevents }) => prevents);
  if (preventing) return preventing.cause;
  const offered = unseen(watched);
  if (offered) return offered;
  const unread = mayBeUnread(watched);
  if (unread) return unread;
  if (widget.state === 'none' && watched.sources.length === 0) return text('answerNoWidget');
  const waits = waiting(watched);
  if (waits) return waits;
  if (widget.state === 'loading') return text('answerLoading');
  if (!watched.isFromStart) return text('answerSeenLate');
  // What only spoils an invite may still be why there is none for this visitor.
  const [spoiling] = findings;
  if (spoiling) return spoiling.cause;
  if (!isTriggerSeen(watched)) return text('answerNoCode');
  const read = hasRead(watched);
  return read === '' ? text('answerSilent') : text('answerRead', read);
}
