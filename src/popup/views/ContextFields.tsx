import { useRef } from 'preact/hooks';
import type { Text } from '../../model/text.ts';
import { say } from '../../texts.ts';
import { Checkbox, SelectField, TextField } from '../components/Field.tsx';
import { Icon } from '../components/Icon.tsx';
import { type EntryDraft, emptyEntry } from '../scenarioDraft.ts';

const KINDS: readonly { readonly value: EntryDraft['kind']; readonly label: string }[] = [
  { value: 'text', label: say('uiKindText') },
  { value: 'number', label: say('uiKindNumber') },
  { value: 'yes or no', label: say('uiKindYesNo') },
];

const YES_NO = [
  { value: 'yes', label: say('uiYes') },
  { value: 'no', label: say('uiNo') },
] as const;

interface EntryFieldsProps {
  readonly entry: EntryDraft;
  readonly path: string;
  readonly problemOf: (path: string) => Text | null;
  readonly onChange: (entry: EntryDraft) => void;
  readonly onRemove: () => void;
}

/** One context entry: key, type, value, and whether the agent sees it. */
function EntryFields({ entry, path, problemOf, onChange, onRemove }: EntryFieldsProps) {
  const value = {
    label: say('uiEntryValue'),
    path: `${path}.value`,
    problem: problemOf(`${path}.value`),
  };
  return (
    <li class="group entry">
      <div class="entry-line">
        <TextField
          label={say('uiEntryKey')}
          path={`${path}.key`}
          problem={problemOf(`${path}.key`)}
          value={entry.key}
          onInput={(key) => onChange({ ...entry, key })}
        />
        <SelectField
          label={say('uiEntryKind')}
          path={`${path}.kind`}
          problem={null}
          value={entry.kind}
          options={KINDS}
          onChoose={(kind) => onChange({ ...entry, kind })}
        />
      </div>
      {entry.kind === 'yes or no' ? (
        <SelectField
          {...value}
          value={entry.isYes ? 'yes' : 'no'}
          options={YES_NO}
          onChoose={(chosen) => onChange({ ...entry, isYes: chosen === 'yes' })}
        />
      ) : (
        <TextField
          {...value}
          value={entry.typed}
          onInput={(typed) => onChange({ ...entry, typed })}
        />
      )}
      <div class="entry-line">
        <Checkbox
          label={say('uiEntryDisplayable')}
          path={`${path}.isDisplayable`}
          isChecked={entry.isDisplayable}
          onToggle={(isDisplayable) => onChange({ ...entry, isDisplayable })}
        />
        <button
          type="button"
          class="icon-button"
          aria-label={say('uiEntryRemove', entry.key)}
          onClick={onRemove}
        >
          <Icon name="cross" />
        </button>
      </div>
    </li>
  );
}

interface ContextFieldsProps {
  readonly context: readonly EntryDraft[];
  readonly problemOf: (path: string) => Text | null;
  readonly onChange: (context: readonly EntryDraft[]) => void;
}

/** The context that goes to the agent with the invite. */
export function ContextFields({ context, problemOf, onChange }: ContextFieldsProps) {
  const addButton = useRef<HTMLButtonElement>(null);
  return (
    <fieldset>
      <legend>{say('uiContext')}</legend>
      <ul class="entries">
        {context.map((entry, index) => (
          <EntryFields
            key={index}
            entry={entry}
            path={`invite.context.${index}`}
            problemOf={problemOf}
            onChange={(changed) => onChange(context.with(index, changed))}
            onRemove={() => {
              onChange(context.toSpliced(index, 1));
              // The button that had the focus is gone.
              addButton.current?.focus();
            }}
          />
        ))}
      </ul>
      <button type="button" ref={addButton} onClick={() => onChange([...context, emptyEntry])}>
        {say('uiEntryAdd')}
      </button>
    </fieldset>
  );
}
