import type { InputUse } from '../watch/watched.ts';

/** How much of a value is told in a sentence, and of how many. */
const MAX_VALUE = 60;
const MOST_VALUES = 8;

/** A value as far as it fits into a sentence. */
export const shortValue = (value: string): string =>
  value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE - 1)}…` : value;

/** A use as code would write it. */
export const useText = ({ what, argument }: InputUse): string =>
  argument && argument.type !== 'function' && argument.type !== 'null'
    ? `${what}('${shortValue(argument.text)}')`
    : what;

/** A list for a sentence, in which everything is told once. */
export const listed = (values: readonly string[]): string =>
  [...new Set(values)].slice(0, MOST_VALUES).join(', ');
