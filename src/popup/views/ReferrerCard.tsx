import { useId } from 'preact/hooks';
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

interface ReferrerCardProps extends VisitorFields {
  /** What the tester may want to choose rather than type. */
  readonly suggestions: readonly string[];
}

/** The page the visitor comes from. */
export function ReferrerCard({ draft, problemOf, onChange, suggestions }: ReferrerCardProps) {
  const listId = useId();
  return (
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
        <>
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
            list={listId}
            value={draft.referrerValue}
            onInput={(referrerValue) => onChange({ referrerValue })}
          />
          <datalist id={listId}>
            {suggestions.map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </>
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
}
