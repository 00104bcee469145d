import { useId } from 'preact/hooks';
import type { FoundCounter } from '../../model/visitor/counters.ts';
import { counterStores } from '../../model/visitor/visits.ts';
import { say } from '../../texts.ts';
import { Checkbox, SelectField, TextField } from '../components/Field.tsx';
import { OverrideCard } from '../components/OverrideCard.tsx';
import { Problem } from '../components/Problem.tsx';
import { numberFrom } from '../numberFrom.ts';
import { counterFields, withNthVisit } from '../visitorDraft.ts';
import type { VisitorFields } from './visitorFields.ts';

const STORES = counterStores.map((store) => ({ value: store, label: store }));

interface VisitsCardProps extends VisitorFields {
  readonly counters: readonly FoundCounter[];
}

/** The counters that the site seems to count visits with, each a button that chooses it. */
const FoundCounters = ({ counters, onChange }: Pick<VisitsCardProps, 'counters' | 'onChange'>) =>
  counters.length > 0 && (
    <div class="found-counters">
      <p class="note">{say('uiCountersFound')}</p>
      {counters.map((counter) => (
        <button
          key={`${counter.store} ${counter.name}`}
          type="button"
          data-counter={counter.name}
          onClick={() => onChange(counterFields(counter))}
        >
          {say('uiCounterFound', counter.store, counter.name, counter.value)}
        </button>
      ))}
    </div>
  );

/** Which visit of the page it is, and where the site counts. */
export function VisitsCard({ draft, problemOf, onChange, counters }: VisitsCardProps) {
  const problemId = useId();
  const firstProblemId = useId();
  const listId = useId();
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
        { value: 'first', label: say('uiFirst') },
      ]}
      value={draft.visits}
      onChoose={(visits) => onChange(visits === 'nth' ? withNthVisit(draft, counters) : { visits })}
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
              list={listId}
              value={draft.counterName}
              onInput={(counterName) => onChange({ counterName })}
            />
          </div>
          <datalist id={listId}>
            {counters
              .filter(({ store }) => store === draft.counterStore)
              .map(({ name }) => (
                <option key={name} value={name} />
              ))}
          </datalist>
          <FoundCounters counters={counters} onChange={onChange} />
          <Checkbox
            label={say('uiAddsOne')}
            path="visits.addsOne"
            isChecked={draft.addsOne}
            onToggle={(addsOne) => onChange({ addsOne })}
          />
          <p class="note">{say('uiVisitsNote')}</p>
        </>
      )}
      {draft.visits === 'first' && (
        <>
          <Problem id={firstProblemId} problem={problemOf('visits.first')} />
          <p class="note">{say('uiFirstVisitNote')}</p>
        </>
      )}
      {draft.visits !== 'real' && <p class="note">{say('uiVisitsShared')}</p>}
    </OverrideCard>
  );
}
