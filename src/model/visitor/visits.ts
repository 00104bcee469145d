import type { Problem } from '../problem.ts';
import { text } from '../text.ts';

/** The storages that only a page itself reaches. */
export const pageStores = ['localStorage', 'sessionStorage'] as const;
export type PageStore = (typeof pageStores)[number];

export const counterStores = ['cookie', ...pageStores] as const;
export type CounterStore = (typeof counterStores)[number];

/** The next load of the page is visit number `number`; loads after it count on from there. */
export interface NumberedVisit {
  readonly number: number;
  /** Where the site keeps its own counter, and under which name. */
  readonly store: CounterStore;
  readonly name: string;
  /** Whether the page adds one to its counter while it loads; it does if this is absent. */
  readonly addsOne?: boolean;
}

/** The visitor has never been here: all that the site keeps in cookies, localStorage and sessionStorage is gone. */
export interface FirstVisit {
  readonly first: true;
}

export type VisitsOverride = NumberedVisit | FirstVisit;

export const isFirstVisit = (override: VisitsOverride): override is FirstVisit =>
  'first' in override;

/** What the site's counter has to say before the page is loaded; 0 for nothing. */
export const storedBefore = ({ number, addsOne = true }: NumberedVisit): number =>
  addsOne ? number - 1 : number;

/** The site's cookie in Microsoft's sample, and so in most pages that were made from it. */
export const DEFAULT_COUNTER = 'timesPageVisited';

const MOST = 100_000;

/** What is wrong with a count of visits; empty if it can be set. */
export function visitsProblems(override: VisitsOverride): readonly Problem[] {
  if (isFirstVisit(override)) return [];
  const { number, store, name } = override;
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
