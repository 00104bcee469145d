import type { ContextGiven, Sample } from '../watch/watched.ts';
import type { Evidence } from './rule.ts';

/** The contexts that the site's provider has given, with where it was set; those that threw are not among them. */
export const givenContexts = (
  contexts: readonly ContextGiven[],
): readonly (Pick<Evidence, 'at'> & { readonly context: Sample })[] =>
  contexts.flatMap(({ ending, by }) =>
    'returned' in ending ? [{ at: by, context: ending.returned }] : [],
  );

/** The errors that the site's provider has thrown, those of one place only once. */
export const thrownByProvider = (contexts: readonly ContextGiven[]): readonly Evidence[] =>
  onlyOnce(
    contexts.flatMap(({ ending, by }) =>
      'threw' in ending ? [{ at: by, value: ending.threw }] : [],
    ),
  );

/** Evidence without what says the same again: a provider is called several times. */
export const onlyOnce = (all: readonly Evidence[]): readonly Evidence[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];
