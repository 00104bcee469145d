import type { Problem } from '../problem.ts';
import { text } from '../text.ts';

export const counterStores = ['cookie', 'localStorage', 'sessionStorage'] as const;
export type CounterStore = (typeof counterStores)[number];

/** The next load of the page is visit number `number`; loads after it count on from there. */
export interface VisitsOverride {
  readonly number: number;
  /** Where the site keeps its own counter, and under which name. */
  readonly store: CounterStore;
  readonly name: string;
}

/** The site's cookie in Microsoft's sample, and so in most pages that were made from it. */
export const DEFAULT_COUNTER = 'timesPageVisited';

const MOST = 100_000;

/** What is wrong with a count of visits; empty if it can be set. */
export function visitsProblems({ number, store, name }: VisitsOverride): readonly Problem[] {
  const problems: Problem[] = [];
  if (!Number.isInteger(number)) {
    problems.push({ path: 'visits.number', text: text('problemNotWhole') });
  } else if (number < 1 || number > MOST) {
    problems.push({ path: 'visits.number', text: text('problemRange', 1, MOST) });
  }
  // A cookie name is a token: https://httpwg.org/specs/rfc6265.html#sane-set-cookie-syntax
  const valid = store === 'cookie' ? /^[!#$%&'*+.^_`|~\w-]+$/ : /\S/;
  if (!valid.test(name)) problems.push({ path: 'visits.name', text: text('problemCounterName') });
  return problems;
}
