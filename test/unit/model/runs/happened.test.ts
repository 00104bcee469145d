import { expect, test } from 'vitest';
import { happenedIn } from '../../../../src/model/runs/happened.ts';
import { text } from '../../../../src/model/text.ts';
import { invite } from '../../builders.ts';
import { at, offered, shown } from './events.ts';

const blocked = (second: number) =>
  at(second, 'blocked', { cause: 'site', text: text('blockedChatActive') });

test('Without an invite nothing has happened', () => {
  expect(happenedIn([])).toEqual({ invite: null, hindrance: null });
  expect(happenedIn([at(0, 'page loaded'), at(1, 'widget ready')])).toMatchObject({ invite: null });
});

test('An invite that was offered and shown is one', () => {
  expect(happenedIn([offered(1), shown(2)]).invite).toMatchObject({
    message: 'May I help?',
    passed: invite(),
    fate: 'shown',
  });
});

test('The last invite counts, and what became of it', () => {
  const events = [offered(1, { message: 'A' }), shown(2, 'A'), offered(3, { message: 'B' })];
  expect(happenedIn(events).invite).toMatchObject({ message: 'B', fate: 'offered' });
  expect(happenedIn([...events, blocked(4)]).invite).toMatchObject({
    message: 'B',
    fate: 'blocked',
    text: { key: 'blockedChatActive' },
  });
});

test('Of the site’s invite that nobody watched, what was shown is known', () => {
  expect(happenedIn([shown(1, 'Hello', 'site')]).invite).toMatchObject({
    message: 'Hello',
    passed: null,
    fate: 'shown',
  });
});

test('What the tester fires does not count', () => {
  expect(happenedIn([offered(1, {}, 'fire'), shown(2, 'x', 'fire')]).invite).toBeNull();
});

test('In a dry run the recorded invite counts, and a chat does not', () => {
  const chat = at(2, 'recorded', { cause: 'site', text: text('recordedChat', '–') });
  const recorded = { ...offered(1), kind: 'recorded' } as const;
  expect(happenedIn([recorded, chat]).invite).toMatchObject({ fate: 'recorded', passed: invite() });
  expect(happenedIn([chat]).invite).toBeNull();
});

test('What kept an invite from being offered is told, and spoils no other', () => {
  expect(happenedIn([blocked(1)])).toMatchObject({
    invite: null,
    hindrance: { key: 'blockedChatActive' },
  });
  expect(happenedIn([offered(1), shown(2), blocked(3)]).invite).toMatchObject({ fate: 'shown' });
});
