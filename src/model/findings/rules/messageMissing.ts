import { hidesParts, isUnknown, type Sample } from '../../watch/watched.ts';
import { callText, invitesOffered } from '../invites.ts';
import { foundIn, type Rule } from '../rule.ts';

/** Whether the SDK finds a text; yes also where it cannot be known. */
function hasMessage(notification: Sample | undefined): boolean {
  if (!notification) return false;
  if (hidesParts(notification)) return true;
  const message = notification.parts?.message;
  return message !== undefined && (isUnknown(message) || message.type === 'string');
}

/** An invite has no message where the SDK looks for one: https://learn.microsoft.com/dynamics365/customer-service/develop/reference/methods/startproactivechat */
export const messageMissing: Rule = {
  name: 'messageMissing',
  look: ({ watched }) =>
    foundIn(
      invitesOffered(watched)
        .filter(({ args: [notification] }) => !hasMessage(notification))
        .map((use) => ({ at: use.by, value: callText(use) })),
    ),
};
