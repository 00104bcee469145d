import type { Outcome } from '../../timeline.ts';
import type { SdkUse, Watched } from '../../watch/watched.ts';
import { callText, invitesOffered } from '../invites.ts';
import { foundIn, type Rule } from '../rule.ts';

/** After so long the widget takes back an invite that nobody answers, in ms. */
const INVITE_LASTS = 60_000;

const ENDS: readonly Outcome[] = ['accepted', 'dismissed', 'timed out'];

/** Whether an invite was still there when another was offered. */
const isOpenAt = ({ invites }: Watched, offered: SdkUse, at: number): boolean =>
  at - offered.at < INVITE_LASTS &&
  !invites.some((one) => ENDS.includes(one.outcome) && one.at >= offered.at && one.at <= at);

/** An invite was offered before another was answered: the widget shows the first, or the second of two in one moment. */
export const severalInvites: Rule = {
  name: 'severalInvites',
  look: ({ watched }) => {
    const live = invitesOffered(watched).filter(({ ignored }) => ignored !== 'chat active');
    const meets = (one: SdkUse, index: number): boolean =>
      live.some(
        (other, place) =>
          place !== index &&
          (place < index ? isOpenAt(watched, other, one.at) : isOpenAt(watched, one, other.at)),
      );
    const together = live.filter(meets);
    return foundIn(
      together.map((use) => ({ at: use.by, value: callText(use) })),
      together.length,
    );
  },
};
