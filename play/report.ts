import type { PlayedRun } from './playRun.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** A text as XML 1.0 takes it; signs that it has no way to write are left out: https://www.w3.org/TR/xml/#charsets */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\n]/g, (sign) => ESCAPES[sign] ?? '');

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

function testCase({ name, browser, differences, timeline, ms }: PlayedRun): string {
  const [first] = differences;
  const failure =
    first === undefined
      ? ''
      : `\n      <failure message="${escaped(first)}">${escaped(differences.join('\n'))}</failure>`;
  return `    <testcase classname="${browser}" name="${escaped(name)}" time="${seconds(ms)}">${failure}
      <system-out>${escaped(timeline.join('\n'))}</system-out>
    </testcase>`;
}

/** The report that CI servers read: a suite, with a case for each run. */
function junit(played: readonly PlayedRun[]): string {
  const failures = played.filter(({ differences }) => differences.length > 0).length;
  const time = seconds(played.reduce((sum, { ms }) => sum + ms, 0));
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="Trigger Simulator" tests="${played.length}" failures="${failures}" errors="0" time="${time}">
${played.map(testCase).join('\n')}
  </testsuite>
</testsuites>
`;
}

/** The text of a report: JUnit for a file that ends with .xml, JSON for any other. */
export const reportText = (path: string, played: readonly PlayedRun[]): string =>
  path.toLowerCase().endsWith('.xml')
    ? junit(played)
    : `${JSON.stringify({ runs: played }, null, 2)}\n`;
