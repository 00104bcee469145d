import { callText, invitesOffered } from '../invites.ts';
import { foundIn, type Rule } from '../rule.ts';

/** An invite does not say whether the pre-chat survey comes first: the documentation and the hosted script have different defaults. */
export const prechatLeftOut: Rule = {
  name: 'prechatLeftOut',
  look: ({ watched }) =>
    foundIn(
      invitesOffered(watched)
        .filter(({ args: [, showPrechat] }) => (showPrechat?.type ?? 'undefined') === 'undefined')
        .map((use) => ({ at: use.by, value: callText(use) })),
    ),
};
