import { seconds, type Text, text } from '../text.ts';
import type { CodePlace, InputUse, Watched } from '../watch/watched.ts';
import type { Examined, Finding } from './rule.ts';

/** A place as testers name it: the last part of its address, and the line. */
export function placeName({ file, line }: CodePlace): string {
  const path = URL.canParse(file) ? new URL(file).pathname : file;
  return `${path.split('/').at(-1) || '/'}:${line}`;
}

const isOfTrigger = ({ isTrigger }: { readonly isTrigger: boolean }): boolean => isTrigger;

/** What an invite of the site came to last. */
function fate({ invites, sdkUses }: Watched): Text | null {
  const last = invites.at(-1);
  if (!last) return null;
  const offered = sdkUses.filter(({ method }) => method === 'startProactiveChat').at(-1);
  const place = offered?.by ? placeName(offered.by) : '?';
  switch (last.outcome) {
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
    case 'blocked':
    case 'offered':
      return null;
  }
}

/** What the trigger is waiting for. */
function waiting({ timers, inputs }: Watched): Text | null {
  const timer = timers.find(isOfTrigger);
  if (timer) {
    return text('answerWaitsTimer', timer.by ? placeName(timer.by) : '?', seconds(timer.dueIn));
  }
  const of = (input: InputUse['input']) =>
    inputs.findLast((use) => use.input === input && use.isTrigger);
  const asked = of('geolocation');
  if (asked && asked.value === null)
    return text('answerWaitsPosition', asked.by ? placeName(asked.by) : '?');
  const leaving = of('pointer leaving');
  return leaving ? text('answerWaitsLeaving', leaving.by ? placeName(leaving.by) : '?') : null;
}

/** What the trigger has read, as `referrer “”, cookies “a=1”`. */
function hasRead({ inputs }: Watched): string {
  const read = inputs.filter(isOfTrigger).filter(({ value }) => value !== null);
  return read.map(({ input, value }) => `${input} “${value?.text ?? ''}”`).join(', ');
}

/** Why there is no invite of the site on a page, in one sentence; or what became of it. */
export function answerOf({ watched, widget }: Examined, findings: readonly Finding[]): Text {
  const happened = fate(watched);
  if (happened) return happened;
  const [gravest] = findings;
  if (gravest) return gravest.cause;
  if (widget.state === 'none' && watched.sources.length === 0) return text('answerNoWidget');
  const waits = waiting(watched);
  if (waits) return waits;
  if (widget.state === 'loading') return text('answerLoading');
  if (!watched.isFromStart) return text('answerSeenLate');
  if (watched.sources.length === 0 && watched.sdkUses.length === 0) return text('answerNoCode');
  const read = hasRead(watched);
  return read === '' ? text('answerSilent') : text('answerRead', read);
}
