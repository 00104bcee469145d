import * as v from 'valibot';
import { pageStores } from '../../model/visitor/visits.ts';

/*
 * What a visits override has taken of a site, and what was there before. A loan is of one store; a first
 * visit, which takes everything, makes one of each.
 */

/** A cookie with all its attributes, as both browsers tell and take it. */
const cookieSchema = v.object({
  name: v.string(),
  value: v.string(),
  /** With a dot in front, except for one of this host only. */
  domain: v.string(),
  hostOnly: v.boolean(),
  path: v.string(),
  secure: v.boolean(),
  httpOnly: v.boolean(),
  sameSite: v.picklist(['no_restriction', 'lax', 'strict', 'unspecified']),
  /** In s since 1970; none for a session cookie. */
  expirationDate: v.exactOptional(v.number()),
  /** Private windows and containers have stores of their own. */
  storeId: v.string(),
  /** Null for one that is not partitioned: https://developer.mozilla.org/docs/Web/Privacy/Guides/Privacy_sandbox/Partitioned_cookies */
  partitionKey: v.optional(
    v.nullable(
      v.object({
        topLevelSite: v.exactOptional(v.string()),
        hasCrossSiteAncestor: v.exactOptional(v.boolean()),
      }),
    ),
    null,
  ),
});
export type Cookie = v.InferOutput<typeof cookieSchema>;
export const cookiesSchema = v.array(cookieSchema);

const entrySchema = v.object({ name: v.string(), value: v.string() });
/** An entry of localStorage or sessionStorage. */
export type Entry = v.InferOutput<typeof entrySchema>;
export const entriesSchema = v.array(entrySchema);

const common = {
  tabId: v.number(),
  /** The address of the page for which it was taken. */
  address: v.string(),
  /** The name under which something was taken; null for everything. */
  name: v.nullable(v.string()),
  /** What we had counted ourselves; null if another loan of the same override says so. */
  visitsBefore: v.nullable(v.number()),
};

/** A loan as it is stored on disk. */
export const loanSchema = v.variant('store', [
  v.object({ ...common, store: v.literal('cookie'), storeId: v.string(), before: cookiesSchema }),
  v.object({ ...common, store: v.picklist(pageStores), before: entriesSchema }),
]);
export type Loan = v.InferOutput<typeof loanSchema>;
export type CookieLoan = Extract<Loan, { store: 'cookie' }>;
export type StorageLoan = Exclude<Loan, CookieLoan>;

export const isCookieLoan = (loan: Loan): loan is CookieLoan => loan.store === 'cookie';

/** Whether a loan took what stands under a name. */
export const covers = ({ name }: Loan, candidate: string): boolean =>
  name === null || name === candidate;

/** Whether two loans took from the same jar or storage. */
export function sharePlace(one: Loan, other: Loan): boolean {
  if (isCookieLoan(one) || isCookieLoan(other)) {
    return (
      isCookieLoan(one) &&
      isCookieLoan(other) &&
      one.storeId === other.storeId &&
      new URL(one.address).hostname === new URL(other.address).hostname
    );
  }
  return (
    one.store === other.store &&
    new URL(one.address).origin === new URL(other.address).origin &&
    // Each tab has a sessionStorage of its own.
    (one.store === 'localStorage' || one.tabId === other.tabId)
  );
}

type Held<L extends Loan> = L['before'][number];

/**
 * What stood in a loan's place before anybody took anything: of what another tab has taken already, what
 * that one found.
 */
export function asItWas<L extends Loan>(loan: L, others: readonly L[]): Held<L>[] {
  const earlier = others.filter((other) => sharePlace(loan, other));
  const own: Held<L>[] = loan.before.filter(
    ({ name }) => !earlier.some((other) => covers(other, name)),
  );
  const theirs: Held<L>[] = earlier.flatMap((other, index) =>
    other.before.filter(
      ({ name }: Held<L>) =>
        covers(loan, name) && !earlier.slice(0, index).some((first) => covers(first, name)),
    ),
  );
  return [...own, ...theirs];
}

/** Whether what stands under a name is for this loan to put back, and not for one that another tab still holds. */
export function isOwed(loan: Loan, others: readonly Loan[]): (name: string) => boolean {
  const holders = others.filter((other) => sharePlace(loan, other));
  return (name) => covers(loan, name) && !holders.some((other) => covers(other, name));
}

/** Whether a loan says what we had counted of a page before. */
export const holdsVisits = (loan: Loan, address: string): boolean =>
  loan.visitsBefore !== null && loan.address === address;
