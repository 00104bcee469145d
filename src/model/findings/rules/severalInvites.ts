import { callText, invitesOffered } from '../invites.ts';
import { foundIn, type Rule } from '../rule.ts';

/** Several invites were offered in one page view: the widget shows the first, or the second of two in one moment. */
export const severalInvites: Rule = {
  name: 'severalInvites',
  look: ({ watched }) => {
    const live = invitesOffered(watched).filter(({ ignored }) => ignored !== 'chat active');
    return live.length > 1
      ? foundIn(
          live.map((use) => ({ at: use.by, value: callText(use) })),
          live.length,
        )
      : null;
  },
};
