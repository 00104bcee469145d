import type { Problem } from '../problem.ts';
import { text } from '../text.ts';

/** When the real referrer is back: with the page after the one at which the visitor arrived, or with Reset only. */
export const referrerEnds = ['next page', 'reset'] as const;
export type ReferrerEnd = (typeof referrerEnds)[number];

export interface ReferrerOverride {
  /** document.referrer and the Referer header, to the letter; empty for a direct visit. */
  readonly value: string;
  /** The next page if this is absent, as for a real visitor. */
  readonly until?: ReferrerEnd;
}

/** Whether only the page at which the visitor arrives has this referrer. */
export const endsWithLandingPage = ({ until = 'next page' }: ReferrerOverride): boolean =>
  until === 'next page';

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

/** How many referrers are remembered: more would be no list to choose from. */
export const MAX_RECENT_REFERRERS = 10;

/** The referrers that were used last, the latest first, once another was used. */
export const withRecentReferrer = (recent: readonly string[], value: string): readonly string[] =>
  [value, ...recent.filter((other) => other !== value)].slice(0, MAX_RECENT_REFERRERS);

/** What a browser sends in place of a referrer that none could send. */
export interface RealReferrers {
  /** With a Referrer-Policy that lets other sites know the origin only, which is the default. */
  readonly origin: string;
  /** With a policy that lets them know the whole address. */
  readonly address: string;
}

/**
 * What a real referrer would look like that a tester may have meant by a text, read as an address that
 * may lack its scheme; null if it is none. See https://w3c.github.io/webappsec-referrer-policy/#strip-url
 */
export function realReferrers(value: string): RealReferrers | null {
  const typed = value.trim();
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(typed)
    ? typed
    : `https://${typed.replace(/^\/\//, '')}`;
  // A path alone names no site.
  if (typed.startsWith('/') && !typed.startsWith('//')) return null;
  if (!URL.canParse(whole)) return null;
  const { protocol, origin, pathname, search, hostname } = new URL(whole);
  if (!['http:', 'https:'].includes(protocol)) return null;
  // One word is no site, except for the tester's own machine.
  if (!hostname.includes('.') && hostname !== 'localhost' && !hostname.startsWith('[')) return null;
  return { origin: `${origin}/`, address: origin + pathname + search };
}
