import { afterEach, describe, expect, test, vi } from 'vitest';
import { run, TestScript } from './documentOfTests.ts';

/** The trace of the next error. */
const trace = vi.hoisted(() => ({ lines: [] as readonly string[] }));
vi.mock(import('../../../../src/content/page/watch/watchNatives.ts'), async (original) => {
  const { watchNatives, ...rest } = await original();
  class TracedError extends Error {
    override readonly stack = trace.lines.join('\n');
  }
  return { ...rest, watchNatives: { ...watchNatives, Error: Object.assign(TracedError, Error) } };
});
const { caller } = await import('../../../../src/content/page/watch/callers.ts');
const { WatchLog } = await import('../../../../src/content/page/watch/watchLog.ts');

const OURS = ['Error', '    at trace (chrome-extension://abc/page.js:1:10)'];
const SITE = '    at https://shop.example/trigger.js:12:5';
const SITE_FUNCTION = '    at begin (https://shop.example/trigger.js:40:3)';
const LIBRARY = '    at on (https://shop.example/library.js:2:7)';

test.each([
  ['a file by itself', [SITE], 12, true],
  ['a file through a function of its own', [SITE, SITE_FUNCTION], 12, true],
  ['a library for a file', [LIBRARY, SITE], 2, false],
  ['a file that a library has called', [SITE, LIBRARY], 12, false],
  ['nothing of the page', [], undefined, undefined],
])('A call by %s', (_name, lines, line, isOneFile) => {
  trace.lines = [...OURS, ...lines];
  expect([caller()?.by.line, caller()?.isOneFile]).toEqual([line, isOneFile]);
});

describe('While a trigger in the HTML runs', () => {
  afterEach(() => run(null));
  const INLINE = `    at ${location.href}:31:5`;
  const before = {
    by: { file: 'https://shop.example/library.js', line: 90, column: 1 },
    isTrigger: false,
  };

  test('what a library does for it is its doing, and nothing else that the library does', () => {
    run(new TestScript('SDK.startProactiveChat({})'));
    const log = new WatchLog(() => {});
    trace.lines = [...OURS, LIBRARY, INLINE];
    expect(log.caller('setTimeout')).toMatchObject({ by: { line: 2 }, isTrigger: true });
    log.listens(() => {});
    expect(log.isOfTrigger(before)).toBe(false);
  });

  test('what it does itself makes nothing else of the page a trigger', () => {
    run(new TestScript('SDK.startProactiveChat({})'));
    const log = new WatchLog(() => {});
    trace.lines = [...OURS, INLINE];
    expect(log.caller('setTimeout')).toMatchObject({ by: { line: 31 }, isTrigger: true });
    expect(log.isOfTrigger({ ...before, by: { ...before.by, file: location.href } })).toBe(false);
  });
});

test('Code that listens for the widget is a trigger’s, with all that it has done before', () => {
  const log = new WatchLog(() => {});
  const before = { by: { file: 'https://shop.example/trigger.js', line: 1, column: 1 } };
  trace.lines = [...OURS, SITE];
  expect(log.isOfTrigger({ ...before, isTrigger: false })).toBe(false);
  log.listens(() => {});
  expect(log.isOfTrigger({ ...before, isTrigger: false })).toBe(true);
});
