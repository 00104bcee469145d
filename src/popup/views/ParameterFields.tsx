import type { Text } from '../../model/text.ts';
import { say } from '../../texts.ts';
import { SelectField, TextField } from '../components/Field.tsx';
import { Icon } from '../components/Icon.tsx';
import { type ParameterDraft, SOURCE_SETTING } from '../scenarioDraft.ts';

const SOURCES: readonly { readonly value: ParameterDraft['from']; readonly label: string }[] = [
  { value: 'typed', label: say('uiSourceTyped') },
  { value: 'address', label: say('uiSourceAddress') },
  { value: 'element', label: say('uiSourceElement') },
];

const SOURCE_LABELS = {
  typed: 'uiSourceTypedField',
  address: 'uiSourceAddressField',
  element: 'uiSourceElementField',
} as const;

interface ParameterFieldsProps {
  readonly parameter: ParameterDraft;
  readonly path: string;
  readonly problemOf: (path: string) => Text | null;
  readonly onChange: (parameter: ParameterDraft) => void;
  readonly onRemove: () => void;
}

/** A named parameter and where its value comes from. */
export function ParameterFields({
  parameter,
  path,
  problemOf,
  onChange,
  onRemove,
}: ParameterFieldsProps) {
  const { name, from, source } = parameter;
  const sourcePath = `${path}.source.${SOURCE_SETTING[from]}`;
  return (
    <div class="group">
      <TextField
        label={say('uiParameterName')}
        path={`${path}.name`}
        problem={problemOf(`${path}.name`)}
        value={name}
        onInput={(typed) => onChange({ ...parameter, name: typed })}
      />
      <SelectField
        label={say('uiParameterFrom')}
        path={`${path}.source.from`}
        problem={null}
        value={from}
        options={SOURCES}
        onChoose={(chosen) => onChange({ ...parameter, from: chosen })}
      />
      <TextField
        label={say(SOURCE_LABELS[from])}
        path={sourcePath}
        problem={problemOf(sourcePath)}
        value={source}
        onInput={(typed) => onChange({ ...parameter, source: typed })}
      />
      <button
        type="button"
        class="icon-button remove"
        aria-label={say('uiRemoveParameter', name)}
        onClick={onRemove}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}
