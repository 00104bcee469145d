import { fieldsOf } from '../../model/conditions/index.ts';
import type { Text } from '../../model/text.ts';
import { lookUp, say } from '../../texts.ts';
import { TextField } from '../components/Field.tsx';
import { Icon } from '../components/Icon.tsx';
import type { ConditionDraft } from '../scenarioDraft.ts';

interface ConditionFieldsProps {
  readonly condition: ConditionDraft;
  readonly path: string;
  readonly problemOf: (path: string) => Text | null;
  readonly onChange: (condition: ConditionDraft) => void;
  readonly onRemove: () => void;
}

/** The settings of a condition, drawn from the fields of its type. */
export function ConditionFields({
  condition,
  path,
  problemOf,
  onChange,
  onRemove,
}: ConditionFieldsProps) {
  const { type, settings } = condition;
  return (
    <div class="group" data-condition={type}>
      <h3>{say(`condition_${type}`)}</h3>
      {Object.entries(fieldsOf(type)).map(([name, field]) => (
        <TextField
          key={name}
          label={lookUp(`condition_${type}_${name}`)}
          path={`${path}.${name}`}
          problem={problemOf(`${path}.${name}`)}
          note={field.kind === 'instant' && say('uiInstantNote')}
          inputMode={field.kind === 'number' ? 'decimal' : 'text'}
          value={settings[name] ?? ''}
          onInput={(typed) => onChange({ type, settings: { ...settings, [name]: typed } })}
        />
      ))}
      <button
        type="button"
        class="icon-button remove"
        aria-label={say('uiRemoveCondition', say(`condition_${type}`))}
        onClick={onRemove}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}
