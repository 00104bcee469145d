import { type Text, text } from './text.ts';

/**
 * One setting that a person can edit, described as data: forms are drawn from it, values are checked
 * against it, and JSON Schema can be written from it. It carries no code, so it costs the page nothing.
 */
export type Field =
  | {
      readonly kind: 'number';
      readonly initial: number;
      readonly min: number;
      readonly max: number;
      readonly whole?: boolean;
    }
  | {
      readonly kind: 'text';
      readonly initial: string;
      readonly maxLength: number;
      readonly mayBeEmpty?: boolean;
    }
  /** ISO 8601 with an offset or Z, such as 2026-12-24T18:00:00Z. */
  | { readonly kind: 'instant'; readonly initial: string };

export type Fields = Readonly<Record<string, Field>>;

type ValueOf<F extends Field> = F extends { kind: 'number' } ? number : string;
export type SettingsOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

export const ISO_WITH_OFFSET =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The instant that an ISO 8601 text with an offset names, in ms since 1970; null if it names none. */
export function parseInstant(value: string): number | null {
  if (!ISO_WITH_OFFSET.test(value)) return null;
  const epochMs = Date.parse(value);
  if (Number.isNaN(epochMs)) return null;
  // Some browsers read 30 February as 2 March.
  const day = value.slice(0, 10);
  return new Date(day).toISOString().startsWith(day) ? epochMs : null;
}

/** What is wrong with a value for a field, in words; null if nothing is. */
export function fieldProblem(field: Field, value: unknown): Text | null {
  switch (field.kind) {
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return text('problemNotANumber');
      if (value < field.min || value > field.max) return text('problemRange', field.min, field.max);
      if (field.whole && !Number.isInteger(value)) return text('problemNotWhole');
      return null;
    case 'text':
      if (typeof value !== 'string') return text('problemNotText');
      if (!field.mayBeEmpty && value.trim() === '') return text('problemEmpty');
      if (value.length > field.maxLength)
        return text('problemTooLong', field.maxLength, value.length);
      return null;
    case 'instant':
      if (typeof value !== 'string' || parseInstant(value) === null)
        return text('problemNotAnInstant');
      return null;
  }
}
