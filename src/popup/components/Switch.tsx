interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

export const Switch = ({ label, isOn, onToggle }: SwitchProps) => (
  <button
    type="button"
    class="switch"
    role="switch"
    aria-label={label}
    aria-checked={isOn}
    onClick={onToggle}
  />
);
