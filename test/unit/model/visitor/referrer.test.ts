import { expect, test } from 'vitest';
import {
  isPossibleReferrer,
  MAX_RECENT_REFERRERS,
  realReferrers,
  withRecentReferrer,
} from '../../../../src/model/visitor/referrer.ts';

test.each([
  ['www.contoso.com/FAQ', 'https://www.contoso.com/', 'https://www.contoso.com/FAQ'],
  ['//www.contoso.com/FAQ', 'https://www.contoso.com/', 'https://www.contoso.com/FAQ'],
  ['www.contoso.com', 'https://www.contoso.com/', 'https://www.contoso.com/'],
  ['https://www.contoso.com', 'https://www.contoso.com/', 'https://www.contoso.com/'],
  ['HTTP://Contoso.com/a?b=c#d', 'http://contoso.com/', 'http://contoso.com/a?b=c'],
  ['https://user:pass@contoso.com/', 'https://contoso.com/', 'https://contoso.com/'],
  ['localhost:8080/x', 'https://localhost:8080/', 'https://localhost:8080/x'],
  ['https://contoso.com:443/a b', 'https://contoso.com/', 'https://contoso.com/a%20b'],
])('Instead of “%s” a browser sends %s or %s', (value, origin, address) => {
  expect(isPossibleReferrer(value)).toBe(false);
  expect(realReferrers(value)).toEqual({ origin, address });
  expect(isPossibleReferrer(origin)).toBe(true);
  expect(isPossibleReferrer(address)).toBe(true);
});

test.each(['FAQ', '/FAQ', 'ftp://www.contoso.com/', 'javascript:alert(1)', '?', 'the FAQ page'])(
  'Nobody knows what “%s” was to be',
  (value) => {
    expect(isPossibleReferrer(value)).toBe(false);
    expect(realReferrers(value)).toBeNull();
  },
);

test('What was used last comes first, and once', () => {
  expect(withRecentReferrer(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c']);
  expect(withRecentReferrer([], 'a')).toEqual(['a']);
});

test('Of too many referrers the one that was used longest ago goes', () => {
  const full = Array.from({ length: MAX_RECENT_REFERRERS }, (_, index) => `https://${index}/`);
  const after = withRecentReferrer(full, 'new');
  expect(after).toEqual(['new', ...full.slice(0, -1)]);
});
