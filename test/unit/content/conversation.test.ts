import { expect, test } from 'vitest';
import {
  Conversation,
  type Pane,
  type StandInEvent,
} from '../../../src/content/page/standIn/conversation.ts';

/** A conversation, with all that its rim is told, and the end of an invite's waiting. */
function start() {
  const panes: Pane[] = [];
  const told: (StandInEvent | 'ignored')[] = [];
  const waits: (() => void)[] = [];
  const conversation = new Conversation({
    show: (pane) => panes.push(pane),
    tell: (event) => told.push(event),
    ignored: () => told.push('ignored'),
    waitForAnswer(callback) {
      waits.push(callback);
      return () => waits.splice(waits.indexOf(callback), 1);
    },
  });
  return { conversation, told, waits, shown: () => panes.at(-1) };
}

const invite = { message: 'May I help?', showPrechat: false, inNewWindow: false };
const settled = () => Promise.resolve().then(() => {});
const BUTTON = { kind: 'button' };

test('Of two invites in one turn the last is shown, and one that comes later is ignored', async () => {
  const { conversation, told, shown } = start();
  conversation.offer({ ...invite, message: 'First' });
  conversation.offer({ ...invite, message: 'Second' });
  await settled();
  expect(shown()).toEqual({ kind: 'invite', message: 'Second' });
  expect(told).toEqual([]);
  conversation.offer(invite);
  await settled();
  expect(shown()).toEqual({ kind: 'invite', message: 'Second' });
  expect(told).toEqual(['ignored']);
});

test('Without a message the widget’s own text is shown', async () => {
  const { conversation, shown } = start();
  conversation.offer({ ...invite, message: null });
  await settled();
  expect(shown()).toEqual({
    kind: 'invite',
    message: 'Hi! Have any questions? I am here to help.',
  });
});

test('An invite that nobody answers goes, and a later one is shown', async () => {
  const { conversation, told, waits, shown } = start();
  conversation.offer(invite);
  await settled();
  waits[0]?.();
  expect(shown()).toEqual(BUTTON);
  expect(waits).toEqual([]);
  conversation.offer(invite);
  await settled();
  expect(shown()).toMatchObject({ kind: 'invite' });
  expect(told).toEqual([]);
});

test('An accepted invite starts a chat, in which invites are ignored', async () => {
  const { conversation, told, waits, shown } = start();
  conversation.offer(invite);
  await settled();
  conversation.accept();
  expect(waits).toEqual([]);
  expect(shown()).toEqual({ kind: 'chat' });
  conversation.offer(invite);
  await settled();
  conversation.minimize();
  conversation.startChat();
  conversation.closeChat();
  expect(told).toEqual([
    'startChat',
    'ignored',
    'onMinimize',
    'onMaximize',
    'onClose',
    'closeChat',
  ]);
  expect(shown()).toEqual(BUTTON);
});

test('With the pre-chat survey the chat starts only after it', async () => {
  const { conversation, told, shown } = start();
  conversation.offer({ ...invite, showPrechat: true });
  await settled();
  conversation.accept();
  expect(shown()).toEqual({ kind: 'survey' });
  expect(told).toEqual([]);
  conversation.startChat();
  expect(told).toEqual(['startChat']);
});

test('After an invite was accepted in a new window later ones are ignored', async () => {
  const { conversation, told, shown } = start();
  conversation.offer({ ...invite, inNewWindow: true });
  await settled();
  conversation.accept();
  expect(shown()).toEqual(BUTTON);
  conversation.offer(invite);
  await settled();
  expect(told).toEqual(['ignored']);
  expect(shown()).toEqual(BUTTON);
});

test('What is not there can be neither accepted, dismissed nor closed', () => {
  const { conversation, told, shown } = start();
  conversation.accept();
  conversation.dismiss();
  conversation.minimize();
  conversation.closeChat();
  expect(told).toEqual([]);
  expect(shown()).toEqual(BUTTON);
});
