import type { Problem } from '../problem.ts';
import { text } from '../text.ts';

export interface ReferrerOverride {
  /** document.referrer and the Referer header, to the letter; empty for a direct visit. */
  readonly value: string;
}

const LONGEST = 2000;

/** What is wrong with a referrer; empty if it can be sent. */
export function referrerProblems({ value }: ReferrerOverride): readonly Problem[] {
  const problems: Problem[] = [];
  // An HTTP header value holds no control characters: https://httpwg.org/specs/rfc9110.html#fields.values
  if (!/^[\x20-\x7e]*$/.test(value)) {
    problems.push({ path: 'referrer.value', text: text('problemReferrerCharacters') });
  }
  if (value.length > LONGEST) {
    problems.push({ path: 'referrer.value', text: text('problemTooLong', LONGEST, value.length) });
  }
  return problems;
}

/** Whether a browser could have sent this as a referrer: nothing, or an absolute http(s) address without user and fragment. */
export function isPossibleReferrer(value: string): boolean {
  if (value === '') return true;
  try {
    const url = new URL(value);
    return (
      (url.protocol === 'http:' || url.protocol === 'https:') &&
      url.username === '' &&
      url.password === '' &&
      !value.includes('#') &&
      url.href === value
    );
  } catch {
    return false;
  }
}
