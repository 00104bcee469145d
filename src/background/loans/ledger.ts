import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { createQueue } from '../queue.ts';
import { type Loan, loanSchema } from './loan.ts';

/*
 * All loans, on disk until they have been given back: a crash of the browser or an update of the extension
 * loses none.
 */

const KEY = 'loans';

/** Whoever takes or gives back does it in here: one at a time. */
export const inTurn = createQueue();

export async function loans(): Promise<readonly Loan[]> {
  const { [KEY]: stored = '[]' } = await browser.storage.local.get(KEY);
  const all: unknown = JSON.parse(v.parse(v.string(), stored));
  return v.parse(v.array(v.unknown()), all).flatMap((one) => {
    const parsed = v.safeParse(loanSchema, one);
    if (parsed.success) return [parsed.output];
    console.error(`A loan cannot be read: ${v.summarize(parsed.issues)}`);
    return [];
  });
}

/** As a text: browsers would mend texts of the site that are no proper Unicode. */
export const keepLoans = (all: readonly Loan[]): Promise<void> =>
  browser.storage.local.set({ [KEY]: JSON.stringify(all) });
