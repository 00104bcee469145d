import { useId } from 'preact/hooks';
import { counterStores } from '../../model/visitor/visits.ts';
import { SelectField, TextField } from '../components/Field.tsx';
import { OverrideCard } from '../components/OverrideCard.tsx';
import { Problem } from '../components/Problem.tsx';
import { numberFrom } from '../numberFrom.ts';
import { say } from '../texts.ts';
import type { VisitorFields } from './visitorFields.ts';

const STORES = counterStores.map((store) => ({ value: store, label: store }));

/** Which visit of the page it is, and where the site counts. */
export function VisitsCard({ draft, problemOf, onChange }: VisitorFields) {
  const problemId = useId();
  const problem = problemOf('visits.number');
  const step = (by: number) => {
    const present = numberFrom(draft.visitNumber) || 1;
    onChange({ visitNumber: String(Math.max(1, present + by)) });
  };
  const stepper = (
    <div class="stepper">
      <button type="button" aria-label={say('uiFewerVisits')} onClick={() => step(-1)}>
        −
      </button>
      <input
        type="text"
        name="visits.number"
        inputMode="numeric"
        autocomplete="off"
        aria-label={say('uiVisitNumber')}
        aria-invalid={problem !== null}
        aria-describedby={problem ? problemId : undefined}
        value={draft.visitNumber}
        onInput={(event) => onChange({ visitNumber: event.currentTarget.value })}
      />
      <button type="button" aria-label={say('uiMoreVisits')} onClick={() => step(1)}>
        +
      </button>
    </div>
  );
  return (
    <OverrideCard
      name="visits"
      title={say('uiVisits')}
      options={[
        { value: 'real', label: say('uiReal') },
        { value: 'nth', label: say('uiNth') },
      ]}
      value={draft.visits}
      onChoose={(visits) => onChange({ visits })}
      beside={draft.visits === 'nth' && stepper}
    >
      {draft.visits === 'nth' && (
        <>
          <Problem id={problemId} problem={problem} />
          <div class="side-by-side">
            <SelectField
              label={say('uiCounterStore')}
              path="visits.store"
              problem={null}
              value={draft.counterStore}
              options={STORES}
              onChoose={(counterStore) => onChange({ counterStore })}
            />
            <TextField
              label={say('uiCounterName')}
              path="visits.name"
              problem={problemOf('visits.name')}
              value={draft.counterName}
              onInput={(counterName) => onChange({ counterName })}
            />
          </div>
          <p class="note">{say('uiVisitsNote')}</p>
        </>
      )}
    </OverrideCard>
  );
}
