import { isPossibleReferrer } from '../../model/visitor/referrer.ts';
import { TextField } from '../components/Field.tsx';
import { OverrideCard } from '../components/OverrideCard.tsx';
import { say } from '../texts.ts';
import type { VisitorFields } from './visitorFields.ts';

/** The page the visitor comes from. */
export const ReferrerCard = ({ draft, problemOf, onChange }: VisitorFields) => (
  <OverrideCard
    name="referrer"
    title={say('uiReferrer')}
    options={[
      { value: 'real', label: say('uiReal') },
      { value: 'set', label: say('uiSet') },
      { value: 'direct', label: say('uiDirect') },
    ]}
    value={draft.referrer}
    onChoose={(referrer) => onChange({ referrer })}
  >
    {draft.referrer === 'set' && (
      <TextField
        label={say('uiReferrerValue')}
        hidesLabel
        path="referrer.value"
        problem={problemOf('referrer.value')}
        note={
          !isPossibleReferrer(draft.referrerValue) && (
            <span class="caution">{say('uiReferrerImpossible')}</span>
          )
        }
        placeholder="https://www.contoso.com/FAQ"
        value={draft.referrerValue}
        onInput={(referrerValue) => onChange({ referrerValue })}
      />
    )}
    {draft.referrer === 'direct' && <p class="note">{say('uiDirectNote')}</p>}
  </OverrideCard>
);
