import { text } from '../text.ts';
import { met, notMet } from '../verdict.ts';
import { defineCondition } from './condition.ts';

/**
 * Whether `address` is of the form `pattern`, in which * stands for any characters; case does not count.
 * Each part between two stars is taken where it first fits: nothing is tried twice, whatever the pattern.
 */
export function addressMatches(pattern: string, address: string): boolean {
  const parts = pattern.trim().toLowerCase().split('*');
  const text = address.toLowerCase();
  const first = parts.shift() ?? '';
  const last = parts.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  for (const part of parts) {
    const found = text.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return from + last.length <= text.length;
}

/** The page has a given address. */
export const pageAddress = defineCondition({
  fields: { pattern: { kind: 'text', initial: '*/support*', maxLength: 2000 } },
  describe: (settings) => text('pageAddressNeeds', settings.pattern),
  evaluate: (settings, facts) =>
    addressMatches(settings.pattern, facts.address)
      ? met(text('pageAddressMet', facts.address, settings.pattern))
      : notMet(text('pageAddressNotMet', facts.address, settings.pattern)),
  arrange: (settings) => ({ byHand: text('arrangeAddress', settings.pattern) }),
});
