/**
 * One thing that page code can find out, run in a page as page code would. It throws if the page is not as
 * the specifications say. What it gives back, if anything, must be the same, as JSON, as in a page that
 * nothing is simulated in: what specifications leave open is then at least what this browser does.
 */
export type Case = () => unknown;

export interface Suite {
  readonly name: string;
  readonly cases: Readonly<Record<string, Case>>;
}

/** Thrown by a case whose subject this browser does not have. */
export class NotInThisBrowser extends Error {
  override readonly name = 'NotInThisBrowser';
}

/** What became of a case. */
export type Outcome =
  | { readonly kind: 'passed'; readonly value: string | null }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'not in this browser'; readonly what: string };
