import { isUnknown, type Sample } from '../../watch/watched.ts';
import { callText, invitesOffered } from '../invites.ts';
import { foundIn, type Rule } from '../rule.ts';

const isChoice = (showPrechat: Sample): boolean =>
  showPrechat.type === 'boolean' || isUnknown(showPrechat);

/** Whether the message stands in its place: of that another rule tells. */
const isMessage = ({ parts }: Sample): boolean => parts?.message !== undefined;

const LEFT_OUT: Sample = { type: 'undefined', text: 'undefined' };

/** An invite does not say with true or false whether the pre-chat survey comes first: the documentation and the hosted script have different defaults. */
export const prechatLeftOut: Rule = {
  name: 'prechatLeftOut',
  look: ({ watched }) =>
    foundIn(
      invitesOffered(watched)
        .filter(
          ({ args: [, showPrechat = LEFT_OUT] }) =>
            !isChoice(showPrechat) && !isMessage(showPrechat),
        )
        .map((use) => ({ at: use.by, value: callText(use) })),
    ),
};
