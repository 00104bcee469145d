interface ChoiceProps<T extends string> {
  /** The same for all options, and unlike that of any other choice on the page. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few options, side by side. */
export const Choice = <T extends string>({
  name,
  label,
  options,
  value,
  onChoose,
}: ChoiceProps<T>) => (
  <div class="choice" role="radiogroup" aria-label={label}>
    {options.map((option) => (
      <label key={option.value}>
        <input
          type="radio"
          name={name}
          value={option.value}
          checked={option.value === value}
          onChange={() => onChoose(option.value)}
        />
        <span>{option.label}</span>
      </label>
    ))}
  </div>
);
