import { expect, test } from 'vitest';
import { recordedSentence, recordInvite } from '../../../src/model/recordedInvite.ts';
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
const recorded = recordInvite(filled, { cause: 'fire', scenarioId: 'waitTime', at: 7 });

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

test('The sentence names the message and the context', () => {
  const entries = 'Proactive Chat=True, Visits=3';
  expect(recordedSentence(recorded)).toEqual(text('recorded', 'May I help?', entries));
  expect(recordedSentence({ ...recorded, message: null })).toEqual(
    text('recordedDefault', entries),
  );
  expect(recordedSentence({ ...recorded, what: 'chat', context: [] })).toEqual(
    text('recordedChat', '–'),
  );
});
