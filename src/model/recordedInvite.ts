import type { ContextEntry, ContextValue, FilledInvite } from './invite.ts';
import { type Text, text } from './text.ts';
import type { Cause } from './timeline.ts';

/** How many of a document are kept, and how long a text in them may be. */
export const MAX_RECORDED = 10;
export const MAX_RECORDED_TEXT = 1000;

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

const cut = (value: string): string =>
  value.length > MAX_RECORDED_TEXT ? `${value.slice(0, MAX_RECORDED_TEXT - 1)}…` : value;

const cutValue = (value: ContextValue): ContextValue =>
  typeof value === 'string' ? cut(value) : value;

/** Texts that are longer than a record holds, cut. */
export const cutRecord = (recorded: RecordedInvite): RecordedInvite => ({
  ...recorded,
  message: recorded.message === null ? null : cut(recorded.message),
  context: recorded.context.map((entry) => ({
    ...entry,
    key: cut(entry.key),
    value: cutValue(entry.value),
  })),
});

/** The context of a scenario's invite as a list. */
export const contextOf = ({ context }: FilledInvite): readonly ContextEntry[] =>
  Object.entries(context).map(([key, entry]) => ({ key, ...entry }));

/** The record of a scenario's invite. */
export const recordOf = (
  invite: FilledInvite,
  told: Pick<RecordedInvite, 'cause' | 'scenarioId' | 'at'>,
): RecordedInvite =>
  cutRecord({
    what: 'invite',
    ...invite,
    context: contextOf(invite),
    ...told,
  });

/** What was recorded, in a sentence. */
export function recordedText({
  what,
  message,
  context,
}: Pick<RecordedInvite, 'what' | 'message' | 'context'>): Text {
  const entries = context.map(({ key, value }) => `${key}=${value}`).join(', ') || '–';
  if (what === 'chat') return text('recordedChat', entries);
  return message === null ? text('recordedDefault', entries) : text('recorded', message, entries);
}
