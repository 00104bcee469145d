import { expect, test } from 'vitest';
import { triggerThrows } from '../../../../../src/model/findings/rules/triggerThrows.ts';
import { fault, lookedAt, page, threw } from '../page.ts';

test.each([
  ['TypeError', "Uncaught TypeError: Cannot read properties of undefined (reading 'invite')"],
  ['', 'Uncaught something'],
  ['SyntaxError', 'Uncaught SyntaxError: Unexpected end of JSON input'],
])('An exception of a trigger is told', (name, message) => {
  const faults = [fault(name, message, { neverRan: null })];
  expect(lookedAt(triggerThrows, page({ faults }))).toEqual([`12: ${message}`]);
});

const NOT_THERE = 'Uncaught ReferenceError: Microsoft is not defined';

test.each([
  ['of other code', page({ faults: [fault('TypeError', 'x', { isTrigger: false })] })],
  ['of syntax', page({ faults: [fault('SyntaxError', 'x')] })],
  [
    'of a request that was given up on',
    page({ faults: [fault('AbortError', 'AbortError: The user aborted a request.')] }),
  ],
  [
    'that is a notice',
    page({ faults: [fault('', 'ResizeObserver loop completed with undelivered notifications.')] }),
  ],
  [
    'of the SDK before it is there',
    page({ faults: [fault('ReferenceError', NOT_THERE, { isReady: false })] }),
  ],
  [
    'of the context provider',
    page({
      faults: [fault('TypeError', 'Uncaught TypeError: basket is null')],
      contexts: [threw('TypeError: basket is null')],
    }),
  ],
])('An exception %s is another matter', (_name, examined) => {
  expect(lookedAt(triggerThrows, examined)).toBeNull();
});
