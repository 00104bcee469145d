import { describe, expect, test } from 'vitest';
import { comparedWithReferrer } from '../../../../src/model/findings/referrers.ts';
import { source } from './page.ts';

const compared = (text: string) =>
  comparedWithReferrer(source(text)).map(({ value, isEqual }) => `${isEqual ? '=' : '≠'} ${value}`);

describe('The referrer', () => {
  test.each([
    ["document.referrer == 'a'", '= a'],
    ['document.referrer==="a"', '= a'],
    ['document.referrer === `a`', '= a'],
    ["window.document.referrer != 'a'", '≠ a'],
    ['"a"!==document.referrer', '≠ a'],
    ["if (document.referrer ===\n      'a') {}", '= a'],
    ["const page = 'a'; if (document.referrer === page) {}", '= a'],
    ["var o = {}; o.page = 'a'; if (o.page == document.referrer) {}", '= a'],
    ["const from = document.referrer;\nif (from === 'a') {}", '= a'],
    ["const { referrer } = document; if (referrer === 'a') {}", '= a'],
    ["document.referrer == '' && offer()", '= '],
  ])('is compared in %s', (text, found) => {
    expect(compared(text)).toEqual([found]);
  });

  test.each([
    // Something made of it.
    "document.referrer.split('/')[2] === 'www.contoso.com'",
    "'www.contoso.com' === document.referrer.split('/')[2]",
    "document.referrer?.hostname === 'a'",
    "document.referrerPolicy === 'origin'",
    "new URL(document.referrer).hostname === 'www.contoso.com'",
    "const referrer = new URL(document.referrer).hostname; if (referrer === 'www.contoso.com') {}",
    "let from = document.referrer.toLowerCase(); if (from === 'a') {}",
    "let from = document.referrer; from = hostOf(from); if (from === 'a') {}",
    // Something else.
    "const { referrer } = settings; if (referrer === 'a') {}",
    "event.referrer === 'a'",
    "referrer === 'a'",
    "var e=document.referrer;on(function(e){e=='click'})",
    // A text that is only part of one.
    "document.referrer === 'https://shop.example' + path",
    "document.referrer === base + '/faq'",
    "base + '/faq' === document.referrer",
    "'a'.concat(b) === document.referrer",
    'document.referrer === `$' + '{base}/faq`',
    "const page = 'a' + b; if (document.referrer === page) {}",
    // A variable with more than one text, or one that is set when the page is left.
    "let page = 'a'; if (b) page = 'c'; if (document.referrer === page) {}",
    "if (document.referrer !== location.href) location.href = '/home';",
    "if (document.referrer === window.location.origin) window.location.origin = 'a';",
    // No code.
    "// document.referrer == 'a'",
    'log("document.referrer == \'a\'")',
    'document.referrer === null || document.referrer === undefined',
  ])('is not in %s', (text) => {
    expect(compared(text)).toEqual([]);
  });

  test('is told with its line', () => {
    const [found] = comparedWithReferrer(
      source("const a = 'b';\n  if (document.referrer == a) c();"),
    );
    expect(found?.line).toMatchObject({
      value: 'if (document.referrer == a) c();',
      at: { line: 11 },
    });
  });
});
