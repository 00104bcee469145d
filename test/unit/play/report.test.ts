// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { PlayedRun } from '../../../play/playRun.ts';
import { reportText } from '../../../play/report.ts';

const passed: PlayedRun = {
  name: 'Stays',
  browser: 'chrome',
  differences: [],
  timeline: ['Page loaded: https://shop.example/'],
  ms: 1500,
};
const failed: PlayedRun = {
  ...passed,
  name: '<b> & "quoted" \u0007 \ud800',
  differences: ['The message is “<i>”.', 'No survey.'],
};

const documentOf = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml');

test('A file that ends with .xml is JUnit: a case for each run, and a failure in those that failed', () => {
  const report = documentOf(reportText('out/Runs.XML', [passed, failed]));
  const suite = report.querySelector('testsuites > testsuite');
  expect(suite?.getAttribute('tests')).toBe('2');
  expect(suite?.getAttribute('failures')).toBe('1');
  expect(suite?.getAttribute('time')).toBe('3.000');
  const [first, second] = report.querySelectorAll('testcase');
  expect(first?.getAttribute('name')).toBe('Stays');
  expect(first?.getAttribute('classname')).toBe('chrome');
  expect(first?.querySelector('failure')).toBeNull();
  expect(first?.querySelector('system-out')?.textContent).toBe(passed.timeline[0]);
  // What XML has no way to write is left out.
  expect(second?.getAttribute('name')).toBe('<b> & "quoted"  ');
  const failure = second?.querySelector('failure');
  expect(failure?.getAttribute('message')).toBe('The message is “<i>”.');
  expect(failure?.textContent).toBe(failed.differences.join('\n'));
});

test('Any other file is JSON with all that is known', () => {
  expect(JSON.parse(reportText('runs.json', [passed, failed]))).toEqual({
    runs: [passed, JSON.parse(JSON.stringify(failed))],
  });
});
