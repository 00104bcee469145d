import { expect, test } from 'vitest';
import { inviteDuringChat } from '../../../../../src/model/findings/rules/inviteDuringChat.ts';
import { invite, lookedAt, page, sdkUse } from '../page.ts';

test('An invite while a chat is going on is told as it was called', () => {
  const examined = page({ sdkUses: [sdkUse('startChat'), invite({ ignored: 'chat active' })] });
  expect(lookedAt(inviteDuringChat, examined)).toEqual([
    '20: startProactiveChat(object, false, object)',
  ]);
});

test.each([
  ['an invite without a chat', invite()],
  ['one while another is there', invite({ ignored: 'invite pending' })],
  ['a chat while another is there', sdkUse('startChat', [], { ignored: 'chat active' })],
])('%s is none', (_name, use) => {
  expect(lookedAt(inviteDuringChat, page({ sdkUses: [use] }))).toBeNull();
});
