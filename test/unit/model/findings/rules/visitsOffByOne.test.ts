import { expect, test } from 'vitest';
import { visitsOffByOne } from '../../../../../src/model/findings/rules/visitsOffByOne.ts';
import { code, lookedAt } from '../page.ts';

test.each([
  [
    '// Visitors who came 2 or more times\nif (visits > 2) offer();',
    '11: if (visits > 2) offer();',
  ],
  [
    '/* At least 3 visits. */ if (visits > 3) offer();',
    '10: /* At least 3 visits. */ if (visits > 3) offer();',
  ],
  ['// More than 2 visits\nif (visits >= 2) offer();', '11: if (visits >= 2) offer();'],
  ['// visits >= 2\nif (timesPageVisited > 2) offer();', '11: if (timesPageVisited > 2) offer();'],
  [
    "// People who have come\n//   2 or more times\nconst before = Number(localStorage.getItem('visits'));\nif (before + 1 > 2) offer();",
    '13: if (before + 1 > 2) offer();',
  ],
  ["// offered to 2 or more visits\nif (parseInt(getCookie('visits'), 10)\n   > 2) offer();", null],
])('%j is told if it is sure', (text, found) => {
  expect(lookedAt(visitsOffByOne, code(text))).toEqual(found && [found]);
});

test.each([
  '// Visitors who came 3 or more times\nif (visits > 2) offer();',
  '// 2 or more times\nif (visits >= 2) offer();',
  '// 2 or more visits, so more than 1\nif (visits > 1) offer();',
  '// more than 2 visits\nif (visits > 2) offer();',
  '// 2 or more visits; for VIPs more than 2 visits\nif (visits > 2) offer();',
  '// Retry at least 3 times\nif (visits > 2 && retries > 3) offer();',
  '// 2 or more visits\nif (items.length > 2) offer();',
  '// 2 or more items\nif (visits > 2) offer();',
  "// more than 2 visits with this one\nconst before = count('visits'); save('visits', before + 1); if (before >= 2) offer();",
  "log('visitors who came 2 or more times'); if (visits > 2) offer();",
  '// 2 or more visitors\nif (visitors > 2) offer();',
  '// 2 or more visits\nvisits.map((one) => 2);',
  'if (visits > 2) offer();',
])('%j is not', (text) => {
  expect(lookedAt(visitsOffByOne, code(text))).toBeNull();
});
