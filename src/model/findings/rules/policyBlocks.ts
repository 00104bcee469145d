import type { Refusal, Watched } from '../../watch/watched.ts';
import { isRefused, locationRequests } from '../locationRequests.ts';
import { type Evidence, foundIn, type Rule } from '../rule.ts';

/** Whether a trigger needs what was refused: the widget, what it has asked for itself, or a host that its code names. */
function isNeeded({ lostScripts, sources }: Watched, refusal: Refusal, isAsked: boolean): boolean {
  if (isAsked) return true;
  if (lostScripts.some((address) => isRefused([refusal], address))) return true;
  if (/\/livechatwidget\//i.test(refusal.blocked)) return true;
  const host = URL.canParse(refusal.blocked) ? new URL(refusal.blocked).hostname : '';
  return host !== '' && sources.some(({ text }) => text.includes(host));
}

/** The page's content security policy refuses the widget, or a location service. */
export const policyBlocks: Rule = {
  name: 'policyBlocks',
  look: ({ watched }) =>
    foundIn(
      watched.refusals.flatMap((refusal): readonly Evidence[] => {
        const asked = locationRequests(watched).find(({ argument }) =>
          isRefused([refusal], argument?.text ?? ''),
        );
        return isNeeded(watched, refusal, asked !== undefined)
          ? [{ at: asked?.by ?? refusal.by, value: `${refusal.directive}: ${refusal.blocked}` }]
          : [];
      }),
    ),
};
