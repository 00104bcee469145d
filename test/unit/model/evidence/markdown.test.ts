import { expect, test } from 'vitest';
import { evidenceMarkdown, literal, plain } from '../../../../src/model/evidence/markdown.ts';
import { render } from '../../render.ts';
import { evidence, evidenceWith, hostile } from './samples.ts';

test('Evidence reads as a bug report', () => {
  expect(evidenceMarkdown(evidence(), render)).toBe(`## Trigger Simulator: what happened

- **Page**: \`https://shop.example/support\`
- **Title**: \`Support\`
- **Visitor**: Ruritania · 3rd visit
- **Browser**: \`A browser 1.0\`
- **Extension**: Trigger Simulator 0.1.0
- **Gathered**: 2026-06-01T10:01:00.000Z

### Scenarios

**Stays** – waiting

| Needed | Verdict | At present |
| --- | --- | --- |
| 20 s on the page | waiting | The visitor has been on the page for 5 of the 20 s needed, counted from lcw:ready. |

### Invites passed to the SDK

**2026-06-01T10:00:00.250Z** – scenario

- **Message**: \`May I help?\`
- \`showPrechat\`: true
- \`inNewWindow\`: false

| Key | Value | Shown to the agent |
| --- | --- | --- |
| Page URL | "https://shop.example/" | Yes |
| Visits | 3 | No |

### Timeline

| Real time | Visitor's clock | Event | Cause |
| --- | --- | --- | --- |
| 2026-06-01T10:00:00.250Z | 2026-12-24T18:00:00.000Z | Invite offered to the widget: “May I help?” | scenario |
`);
});

test('What was seen of the site’s own code comes before the scenarios', () => {
  const site = {
    answer: 'shop:3 waits.',
    findings: [{ cause: 'It throws.', mend: 'Mend it.', evidence: ['shop:4 · a()'] }],
    calls: ['shop:5 · startChat()'],
  };
  expect(evidenceMarkdown(evidence({ site }), render)).toContain(`### Why is there no invite?

**shop:3 waits.**

**It throws.** Mend it.

- \`shop:4 · a()\`

**Calls of the chat's SDK**

- \`shop:5 · startChat()\`

### Scenarios
`);
});

test('Evidence of nothing says so', () => {
  const nothing = evidence({ visitor: [], scenarios: [], timeline: [] });
  const markdown = evidenceMarkdown(nothing, render);
  expect(markdown).toContain('- **Visitor**: Everything is real');
  expect(markdown.match(/^None\.$/gm)).toHaveLength(3);
});

test.each(hostile)('%j is a text of its line or cell, wherever it stands', (text) => {
  const harmless = evidenceMarkdown(evidenceWith('harmless'), render).split('\n');
  const lines = evidenceMarkdown(evidenceWith(text), render).split('\n');
  // The same lines, each beginning as before, and tables with as many cells.
  const shape = (line: string) =>
    line.startsWith('| ') ? line.split('|').length : line.slice(0, 2);
  expect(lines.map(shape)).toEqual(harmless.map(shape));
});

test.each([
  ['a*b_c', 'a\\*b\\_c'],
  ['<b>&amp;', '\\<b\\>\\&amp;'],
  ['a|b', 'a&#124;b'],
  ['a\\|b', 'a\\\\&#124;b'],
  ['[x](y)', '\\[x\\](y)'],
  ['@somebody', '&#64;somebody'],
  ['a\r\n\tb\u2028c\u202Ed', 'a b c d'],
])('%j in a line is %j', (text, written) => {
  expect(plain(text)).toBe(written);
});

test.each([
  ['a', '`a`'],
  ['a`b', '``a`b``'],
  ['`a``', '``` `a`` ```'],
  ['', '`  `'],
  ['a\nb', '`a b`'],
])('%j as code is %j', (text, written) => {
  expect(literal(text)).toBe(written);
});
