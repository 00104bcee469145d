import { type ContextEntry, type FilledInvite, recordOf } from './invite.ts';
import { type Text, text } from './text.ts';
import type { Cause } from './timeline.ts';

/** How many of a document are kept. */
export const MAX_RECORDED = 5;

/** An invite, or a chat that the site wanted to start, that was recorded in a dry run and not passed on. */
export interface RecordedInvite {
  readonly what: 'invite' | 'chat';
  /** Null where the widget would show a text of its own. */
  readonly message: string | null;
  readonly showPrechat: boolean;
  readonly inNewWindow: boolean;
  readonly context: readonly ContextEntry[];
  readonly cause: Cause;
  readonly scenarioId?: string;
  /** The real time, in ms since 1970. */
  readonly at: number;
}

/** The record of an invite that was not passed on. */
export const recordInvite = (
  invite: FilledInvite,
  told: Pick<RecordedInvite, 'cause' | 'scenarioId' | 'at'>,
): RecordedInvite => ({ what: 'invite', ...recordOf(invite), ...told });

/** What was recorded, in a sentence. */
export function recordedSentence({
  what,
  message,
  context,
}: Pick<RecordedInvite, 'what' | 'message' | 'context'>): Text {
  const entries = context.map(({ key, value }) => `${key}=${value}`).join(', ') || '–';
  if (what === 'chat') return text('recordedChat', entries);
  return message === null ? text('recordedDefault', entries) : text('recorded', message, entries);
}
