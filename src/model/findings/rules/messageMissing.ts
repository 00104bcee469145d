import { callText, invitesOffered } from '../invites.ts';
import { foundIn, type Rule } from '../rule.ts';

/** An invite has no message where the SDK looks for one: https://learn.microsoft.com/dynamics365/customer-service/develop/reference/methods/startproactivechat */
export const messageMissing: Rule = {
  name: 'messageMissing',
  look: ({ watched }) =>
    foundIn(
      invitesOffered(watched)
        .filter(({ args: [notification] }) => notification?.parts?.message?.type !== 'string')
        .map((use) => ({ at: use.by, value: callText(use) })),
    ),
};
