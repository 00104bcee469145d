import type { ComponentChildren, JSX, TargetedKeyboardEvent } from 'preact';
import { useId } from 'preact/hooks';
import type { Text } from '../../model/text.ts';
import { Problem } from './Problem.tsx';

interface CommonProps {
  readonly label: string;
  /** For a field whose heading says enough to who sees it. */
  readonly hidesLabel?: boolean;
  /** The path by which problems name the field. */
  readonly path: string;
  readonly problem: Text | null;
  /** What to know before one fills it in. */
  readonly note?: ComponentChildren;
}

interface ControlAttributes {
  readonly id: string;
  readonly name: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

/** A label, a control, and beneath it what is wrong with it. */
function Field({
  label,
  hidesLabel = false,
  path,
  problem,
  note,
  control,
}: CommonProps & { readonly control: (attributes: ControlAttributes) => JSX.Element }) {
  const id = useId();
  const ids = [problem && `${id}-problem`, note && `${id}-note`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id} class={hidesLabel ? 'unseen' : undefined}>
        {label}
      </label>
      {control({
        id,
        name: path,
        'aria-invalid': problem !== null,
        'aria-describedby': ids || undefined,
      })}
      <Problem id={`${id}-problem`} problem={problem} />
      {note && (
        <div id={`${id}-note`} class="note">
          {note}
        </div>
      )}
    </div>
  );
}

interface TextFieldProps extends CommonProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** What keyboards on touch screens offer. */
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly placeholder?: string;
  /** The id of a datalist. */
  readonly list?: string;
  readonly onKeyDown?: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
}

export const TextField = ({
  value,
  onInput,
  inputMode,
  placeholder,
  list,
  onKeyDown,
  ...common
}: TextFieldProps) => (
  <Field
    {...common}
    control={(attributes) => (
      <input
        {...attributes}
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={value}
        inputMode={inputMode}
        placeholder={placeholder}
        list={list}
        onKeyDown={onKeyDown}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  />
);

interface LongTextFieldProps extends CommonProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
}

export const LongTextField = ({ value, onInput, ...common }: LongTextFieldProps) => (
  <Field
    {...common}
    control={(attributes) => (
      <textarea
        {...attributes}
        rows={3}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  />
);

interface SelectFieldProps<T extends string> extends CommonProps {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChoose: (value: T) => void;
}

export const SelectField = <T extends string>({
  value,
  options,
  onChoose,
  ...common
}: SelectFieldProps<T>) => (
  <Field
    {...common}
    control={(attributes) => (
      <select
        {...attributes}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  />
);

interface CheckboxProps {
  readonly label: string;
  readonly hidesLabel?: boolean;
  readonly path: string;
  readonly isChecked: boolean;
  readonly onToggle: (isChecked: boolean) => void;
}

export const Checkbox = ({
  label,
  hidesLabel = false,
  path,
  isChecked,
  onToggle,
}: CheckboxProps) => (
  <label class="checkbox">
    <input
      type="checkbox"
      name={path}
      checked={isChecked}
      onChange={(event) => onToggle(event.currentTarget.checked)}
    />
    {hidesLabel ? <span class="unseen">{label}</span> : label}
  </label>
);
