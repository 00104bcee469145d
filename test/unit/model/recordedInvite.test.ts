import { expect, test } from 'vitest';
import {
  cutRecord,
  MAX_RECORDED_TEXT,
  recordedText,
  recordOf,
} from '../../../src/model/recordedInvite.ts';
import { text } from '../../../src/model/text.ts';

const filled = {
  message: 'May I help?',
  showPrechat: true,
  inNewWindow: false,
  context: {
    'Proactive Chat': { value: 'True', isDisplayable: true },
    Visits: { value: 3, isDisplayable: false },
  },
};
const recorded = recordOf(filled, { cause: 'fire', scenarioId: 'waitTime', at: 7 });

test('A record has all that the widget would have got, and who wanted it', () => {
  expect(recorded).toEqual({
    what: 'invite',
    message: 'May I help?',
    showPrechat: true,
    inNewWindow: false,
    context: [
      { key: 'Proactive Chat', value: 'True', isDisplayable: true },
      { key: 'Visits', value: 3, isDisplayable: false },
    ],
    cause: 'fire',
    scenarioId: 'waitTime',
    at: 7,
  });
});

test('Texts that are too long for a record are cut', () => {
  const long = 'x'.repeat(MAX_RECORDED_TEXT + 1);
  const { message, context } = cutRecord({
    ...recorded,
    message: long,
    context: [{ key: long, value: long, isDisplayable: true }],
  });
  for (const value of [message, context[0]?.key, context[0]?.value])
    expect(value).toHaveLength(MAX_RECORDED_TEXT);
});

test('The sentence names the message and the context', () => {
  const entries = 'Proactive Chat=True, Visits=3';
  expect(recordedText(recorded)).toEqual(text('recorded', 'May I help?', entries));
  expect(recordedText({ ...recorded, message: null })).toEqual(text('recordedDefault', entries));
  expect(recordedText({ ...recorded, what: 'chat', context: [] })).toEqual(
    text('recordedChat', '–'),
  );
});
