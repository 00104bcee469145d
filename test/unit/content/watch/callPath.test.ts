import './documentOfTests.ts';

import { expect, test, vi } from 'vitest';

/** The trace of the next error. */
const trace = vi.hoisted(() => ({ lines: [] as readonly string[] }));
vi.mock(import('../../../../src/content/page/watch/watchNatives.ts'), async (original) => {
  const { watchNatives, ...rest } = await original();
  class TracedError extends Error {
    override readonly stack = trace.lines.join('\n');
  }
  return { ...rest, watchNatives: { ...watchNatives, Error: Object.assign(TracedError, Error) } };
});
const { caller, isFromOneFile } = await import('../../../../src/content/page/watch/callers.ts');

const OURS = ['Error', '    at trace (chrome-extension://abc/page.js:1:10)'];
const SITE = '    at https://shop.example/trigger.js:12:5';
const SITE_FUNCTION = '    at begin (https://shop.example/trigger.js:40:3)';
const LIBRARY = '    at on (https://shop.example/library.js:2:7)';

test.each([
  ['a file by itself', [SITE], 12, true],
  ['a file through a function of its own', [SITE, SITE_FUNCTION], 12, true],
  ['a library for a file', [LIBRARY, SITE], 2, false],
  ['a file that a library has called', [SITE, LIBRARY], 12, false],
  ['nothing of the page', [], undefined, false],
])('A call by %s', (_name, lines, line, isFromOne) => {
  trace.lines = [...OURS, ...lines];
  expect([caller()?.line, isFromOneFile()]).toEqual([line, isFromOne]);
});
