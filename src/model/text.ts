import type catalogue from '../../_locales/en/messages.json';

/** A message of `_locales`. */
export type MessageKey = keyof typeof catalogue;

/**
 * A sentence for people, not yet in anybody's language: the key of a message in `_locales` and the
 * values for its $1, $2, … The rim (popup, tests) turns it into words.
 */
export interface Text {
  readonly key: MessageKey;
  readonly values: readonly string[];
}

/** Longer values, such as the address of a page that puts its data there, are cut: a text must fit every message. */
export const MAX_VALUE_LENGTH = 500;

export function text(key: MessageKey, ...values: readonly (string | number)[]): Text {
  const cut = (value: string) =>
    value.length > MAX_VALUE_LENGTH ? `${value.slice(0, MAX_VALUE_LENGTH - 1)}…` : value;
  return { key, values: values.map((value) => cut(String(value))) };
}

/** Whole and tenths of seconds that have passed, as a tester would write them: `20`, `5.5`. 19.96 s are not 20 yet. */
export function seconds(ms: number): string {
  return String(Math.floor(ms / 100) / 10);
}

/** An instant as ISO 8601 in UTC, to the second: `2026-12-24T18:00:00Z`. */
export function instant(epochMs: number): string {
  const date = new Date(epochMs);
  return Number.isNaN(date.getTime())
    ? 'an invalid date'
    : date.toISOString().replace(/\.\d+Z$/, 'Z');
}
