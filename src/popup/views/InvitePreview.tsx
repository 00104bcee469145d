import type { Facts } from '../../model/facts.ts';
import { fillInvite } from '../../model/scenarios/fillInvite.ts';
import type { Scenario } from '../../model/scenarios/scenario.ts';
import { say, words } from '../../texts.ts';
import { InviteBubble } from './InviteBubble.tsx';

/** The invite about as the widget shows it; its placeholders as they are while nothing is known to fill them. */
export function InvitePreview({
  scenario,
  facts,
}: {
  readonly scenario: Scenario;
  readonly facts: Facts | null;
}) {
  const filled = facts && fillInvite(scenario, facts);
  const { message, showPrechat, inNewWindow } = scenario.invite;
  const isFilled = filled !== null && 'invite' in filled;
  return (
    <section class="preview" aria-label={say('uiPreview')}>
      <p class="muted">{say('uiPreview')}</p>
      <InviteBubble message={isFilled ? filled.invite.message : message} />
      {showPrechat && <p>{say('uiWithPrechat')}</p>}
      {inNewWindow && <p>{say('uiWithNewWindow')}</p>}
      <p class="muted">
        {filled && 'problem' in filled ? words(filled.problem) : isFilled && say('uiPreviewNote')}
      </p>
    </section>
  );
}
