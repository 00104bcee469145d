import { expect, test } from 'vitest';
import { messageMissing } from '../../../../../src/model/findings/rules/messageMissing.ts';
import { UNKNOWN } from '../../../../../src/model/watch/watched.ts';
import { invite, lookedAt, page, sampleOf, sdkUse } from '../page.ts';

const called = (...args: readonly unknown[]) =>
  page({ sdkUses: [sdkUse('startProactiveChat', args)] });

test.each([
  ['a text in its place', ['May we help?', false], "20: startProactiveChat('May we help?', false)"],
  ['nothing', [], '20: startProactiveChat()'],
  ['no message', [{ text: 'May we help?' }, false], '20: startProactiveChat(object, false)'],
  ['a message that is no text', [{ message: 5 }, false], '20: startProactiveChat(object, false)'],
  [
    'its arguments swapped',
    [false, { message: 'May we help?' }],
    '20: startProactiveChat(false, object)',
  ],
])('An invite with %s is told as it was called', (_name, args, found) => {
  expect(lookedAt(messageMissing, called(...args))).toEqual([found]);
});

test('An invite with a message is as it should be', () => {
  expect(lookedAt(messageMissing, page({ sdkUses: [invite(), sdkUse('startChat')] }))).toBeNull();
});

test.each([
  ['behind a getter', { ...sampleOf({}), parts: { message: UNKNOWN } }],
  ['in an object that refuses to be looked at', sampleOf({}, 0)],
])('Of a message %s nothing is said', (_name, notification) => {
  const one = { ...invite(), args: [notification, sampleOf(false)] };
  expect(lookedAt(messageMissing, page({ sdkUses: [one] }))).toBeNull();
});
