import { isPossibleReferrer, realReferrers } from '../../model/visitor/referrer.ts';
import { say } from '../../texts.ts';
import { SelectField, TextField } from '../components/Field.tsx';
import { OverrideCard } from '../components/OverrideCard.tsx';
import type { VisitorFields } from './visitorFields.ts';

/** What a browser would send in place of a referrer that none could send. */
function caution(value: string): string {
  const real = realReferrers(value);
  if (!real) return say('uiReferrerImpossible');
  return real.origin === real.address
    ? say('uiReferrerRealOrigin', real.origin)
    : say('uiReferrerReal', real.origin, real.address);
}

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
            <span class="caution">{caution(draft.referrerValue)}</span>
          )
        }
        placeholder="https://www.contoso.com/FAQ"
        value={draft.referrerValue}
        onInput={(referrerValue) => onChange({ referrerValue })}
      />
    )}
    {draft.referrer === 'direct' && <p class="note">{say('uiDirectNote')}</p>}
    {draft.referrer !== 'real' && (
      <SelectField
        label={say('uiReferrerUntil')}
        path="referrer.until"
        problem={null}
        value={draft.referrerEnd}
        options={[
          { value: 'next page', label: say('uiUntilNextPage') },
          { value: 'reset', label: say('uiUntilReset') },
        ]}
        onChoose={(referrerEnd) => onChange({ referrerEnd })}
      />
    )}
  </OverrideCard>
);
