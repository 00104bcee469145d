import type { ContextGiven, Sample } from '../watch/watched.ts';
import type { Evidence } from './rule.ts';

/** The contexts that the site's provider has given, with where it was set; those that threw are not among them. */
export const givenContexts = (
  contexts: readonly ContextGiven[],
): readonly (Pick<Evidence, 'at'> & { readonly context: Sample })[] =>
  contexts.flatMap(({ ending, by }) =>
    'returned' in ending ? [{ at: by, context: ending.returned }] : [],
  );

/** The errors that the site's provider has thrown. */
export const thrownByProvider = (contexts: readonly ContextGiven[]): readonly Evidence[] =>
  contexts.flatMap(({ ending, by }) =>
    'threw' in ending ? [{ at: by, value: ending.threw }] : [],
  );

/** Whether an error says that there is no such variable, not that it comes later. */
export const isUndeclared = ({ value }: Evidence): boolean =>
  /^ReferenceError: \S+ is not defined/.test(value);
