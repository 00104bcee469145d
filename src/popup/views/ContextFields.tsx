import { useLayoutEffect, useRef } from 'preact/hooks';
import { MAX_CONTEXT_ENTRIES } from '../../model/invite.ts';
import type { Text } from '../../model/text.ts';
import { say } from '../../texts.ts';
import { Checkbox, SelectField, TextField } from '../components/Field.tsx';
import { Icon } from '../components/Icon.tsx';
import { type EntryDraft, emptyEntry } from '../scenarioDraft.ts';

const KINDS: readonly { readonly value: EntryDraft['kind']; readonly label: string }[] = [
  { value: 'text', label: say('uiKindText') },
  { value: 'number', label: say('uiKindNumber') },
  { value: 'yes or no', label: say('uiKindTrueFalse') },
];

/** As the agent sees them, which is not in the tester's language. */
const TRUE_FALSE = [
  { value: 'yes', label: 'true' },
  { value: 'no', label: 'false' },
] as const;

interface EntryRowProps {
  readonly entry: EntryDraft;
  readonly index: number;
  readonly problemOf: (path: string) => Text | null;
  readonly onChange: (entry: EntryDraft) => void;
  readonly onRemove: () => void;
}

/** One context entry: key, type, value, and whether the agent sees it. */
function EntryRow({ entry, index, problemOf, onChange, onRemove }: EntryRowProps) {
  const path = `invite.context.${index}`;
  // The heads of the columns say as much to who sees them.
  const labelled = (column: string) => ({
    label: say('uiEntryField', column, index + 1),
    hidesLabel: true,
  });
  const value = {
    ...labelled(say('uiEntryValue')),
    path: `${path}.value`,
    problem: problemOf(`${path}.value`),
  };
  return (
    <tr>
      <td>
        <TextField
          {...labelled(say('uiEntryKey'))}
          path={`${path}.key`}
          problem={problemOf(`${path}.key`)}
          value={entry.key}
          onInput={(key) => onChange({ ...entry, key })}
        />
      </td>
      <td>
        <SelectField
          {...labelled(say('uiEntryKind'))}
          path={`${path}.kind`}
          problem={null}
          value={entry.kind}
          options={KINDS}
          onChoose={(kind) => onChange({ ...entry, kind })}
        />
      </td>
      <td>
        {entry.kind === 'yes or no' ? (
          <SelectField
            {...value}
            value={entry.isYes ? 'yes' : 'no'}
            options={TRUE_FALSE}
            onChoose={(chosen) => onChange({ ...entry, isYes: chosen === 'yes' })}
          />
        ) : (
          <TextField
            {...value}
            value={entry.typed}
            inputMode={entry.kind === 'number' ? 'decimal' : 'text'}
            onInput={(typed) => onChange({ ...entry, typed })}
          />
        )}
      </td>
      <td>
        <div class="entry-end">
          <Checkbox
            {...labelled(say('uiEntryDisplayable'))}
            path={`${path}.isDisplayable`}
            isChecked={entry.isDisplayable}
            onToggle={(isDisplayable) => onChange({ ...entry, isDisplayable })}
          />
          <button
            type="button"
            class="icon-button"
            aria-label={say('uiEntryRemove', entry.key || String(index + 1))}
            onClick={onRemove}
          >
            <Icon name="cross" />
          </button>
        </div>
      </td>
    </tr>
  );
}

interface ContextFieldsProps {
  readonly context: readonly EntryDraft[];
  readonly problemOf: (path: string) => Text | null;
  readonly onChange: (context: readonly EntryDraft[]) => void;
}

/** The context that goes to the agent with the invite: a table with a row an entry. */
export function ContextFields({ context, problemOf, onChange }: ContextFieldsProps) {
  const fieldset = useRef<HTMLFieldSetElement>(null);
  /** What gets the focus once the rows have changed, as a selector. */
  const toFocus = useRef<string | null>(null);
  // Before the browser can take another key: who holds Enter removes row after row.
  useLayoutEffect(() => {
    if (toFocus.current === null) return;
    fieldset.current?.querySelector<HTMLElement>(toFocus.current)?.focus();
    toFocus.current = null;
  }, [context]);

  function add(): void {
    onChange([...context, emptyEntry]);
    toFocus.current = `[name="invite.context.${context.length}.key"]`;
  }
  function remove(index: number): void {
    onChange(context.toSpliced(index, 1));
    // The button that had the focus is gone: on with the row that has come into its place, or the last.
    const row = Math.min(index, context.length - 2) + 1;
    toFocus.current = row > 0 ? `tbody tr:nth-child(${row}) button` : '[data-action=add-entry]';
  }
  return (
    <fieldset ref={fieldset}>
      <legend>{say('uiContext')}</legend>
      {context.length > 0 && (
        <table class="entries">
          <thead>
            <tr>
              <th scope="col">{say('uiEntryKey')}</th>
              <th scope="col" class="entry-kind">
                {say('uiEntryKind')}
              </th>
              <th scope="col">{say('uiEntryValue')}</th>
              <th scope="col" class="entry-shown" title={say('uiEntryDisplayable')}>
                {say('uiEntryShown')}
              </th>
            </tr>
          </thead>
          <tbody>
            {context.map((entry, index) => (
              <EntryRow
                key={index}
                entry={entry}
                index={index}
                problemOf={problemOf}
                onChange={(changed) => onChange(context.with(index, changed))}
                onRemove={() => remove(index)}
              />
            ))}
          </tbody>
        </table>
      )}
      <div class="entries-end">
        <button
          type="button"
          data-action="add-entry"
          disabled={context.length >= MAX_CONTEXT_ENTRIES}
          onClick={add}
        >
          {say('uiEntryAdd')}
        </button>
        <p class="note">{say('uiEntryCount', context.length, MAX_CONTEXT_ENTRIES)}</p>
      </div>
    </fieldset>
  );
}
