import type { Snapshot } from '../messages/snapshot.ts';

type Known = Pick<Snapshot, 'recentReferrers' | 'visitedPages'>;

/** What to offer as a referrer, each once: what was used last, then the pages of the site. */
export const referrerSuggestions = ({
  recentReferrers,
  visitedPages,
}: Known): readonly string[] => [...new Set([...recentReferrers, ...visitedPages])];
