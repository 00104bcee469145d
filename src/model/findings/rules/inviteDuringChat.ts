import { callText, invitesOffered } from '../invites.ts';
import { foundIn, type Rule } from '../rule.ts';

/** An invite was offered while a chat was going on: the widget shows nothing of it. */
export const inviteDuringChat: Rule = {
  name: 'inviteDuringChat',
  look: ({ watched }) =>
    foundIn(
      invitesOffered(watched)
        .filter(({ ignored }) => ignored === 'chat active')
        .map((use) => ({ at: use.by, value: callText(use) })),
    ),
};
