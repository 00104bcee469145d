import { expect, test } from 'vitest';
import { referrerNeverEqual } from '../../../../../src/model/findings/rules/referrerNeverEqual.ts';
import { code, lookedAt } from '../page.ts';

test.each([
  ["if (document.referrer == 'www.contoso.com/FAQ') offer();", 'www.contoso.com/FAQ'],
  ['"https://www.contoso.com"===document.referrer&&offer()', 'https://www.contoso.com'],
  ["if (document.referrer === '/faq') offer();", '/faq'],
  ["if (document.referrer !== 'contoso.com/faq') return;", 'contoso.com/faq'],
  ["const last = 'contoso.com';\nif (last == document.referrer) offer();", 'contoso.com'],
])('%s can never be, and is told', (text, value) => {
  expect(lookedAt(referrerNeverEqual, code(text))).toHaveLength(1);
  expect(referrerNeverEqual.look(code(text))?.values).toEqual([value]);
});

test.each([
  "if (document.referrer === 'https://www.contoso.com/FAQ') offer();",
  "if (document.referrer === 'https://www.contoso.com/') offer();",
  "if (document.referrer === '') offer();",
  "if (document.referrer !== 'null' && document.referrer != 'about:blank') offer();",
  "if (document.referrer.includes('contoso.com')) offer();",
])('%s can be', (text) => {
  expect(lookedAt(referrerNeverEqual, code(text))).toBeNull();
});
