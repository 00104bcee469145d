import { expect, test } from 'vitest';
import { delayNotNumber } from '../../../../../src/model/findings/rules/delayNotNumber.ts';
import { at, lookedAt, PAGE, page, sampleOf, source, use } from '../page.ts';

const TRIGGER = source(
  "addEventListener('lcw:ready', () => {\n  setTimeout(() => SDK.startProactiveChat({}), delay);\n});",
);
const timer = (delay: unknown) =>
  use('timers', 'setTimeout', { argument: sampleOf(delay), by: at(11) });

test.each([
  [undefined, 'undefined'],
  [null, 'null'],
  ['20s', '20s'],
  ['20,000', '20,000'],
  ['', ''],
  [Number.NaN, 'NaN'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
  [30 * 24 * 60 * 60 * 1000, '2592000000'],
])('A timer with the delay %j does not wait', (delay, text) => {
  const examined = page({ inputs: [timer(delay)], sources: [TRIGGER] });
  expect(lookedAt(delayNotNumber, examined)).toEqual([`11: setTimeout(…, ${text})`]);
});

test.each([
  20_000,
  0,
  -1,
  1.5,
  '20000',
  ' 20000 ',
  { asMilliseconds: 'a duration, which is a number when it is asked' },
])('One with %j does, or at once as it says', (delay) => {
  expect(lookedAt(delayNotNumber, page({ inputs: [timer(delay)], sources: [TRIGGER] }))).toBeNull();
});

test('A timer without any delay is meant for at once', () => {
  const bare = use('timers', 'setTimeout', { by: at(11) });
  expect(lookedAt(delayNotNumber, page({ inputs: [bare], sources: [TRIGGER] }))).toBeNull();
});

test.each([
  ['of other code', { ...timer(undefined), isTrigger: false }, TRIGGER],
  ['of a library in the file of the trigger', { ...timer(undefined), by: at(90) }, TRIGGER],
  [
    'of a bundle whose trigger has no timers',
    timer(undefined),
    source('SDK.startProactiveChat()', { firstLine: null }),
  ],
  ['of another file', { ...timer(undefined), by: { ...at(11), file: `${PAGE}/more.js` } }, TRIGGER],
])('A timer %s is none of our business', (_name, one, text) => {
  expect(lookedAt(delayNotNumber, page({ inputs: [one], sources: [text] }))).toBeNull();
});

test('Where the lines of the trigger are not known, its text tells', () => {
  const sources = [{ ...TRIGGER, firstLine: null }];
  expect(lookedAt(delayNotNumber, page({ inputs: [timer(undefined)], sources }))).toHaveLength(1);
});
