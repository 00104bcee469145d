interface ActionLinkProps {
  /** What is done, as styles and tests know it. */
  readonly name: string;
  readonly label: string;
  readonly onAct: () => void;
  readonly disabled?: boolean;
  /** What it opens and closes, by its id. */
  readonly opens?: { readonly id: string; readonly isOpen: boolean };
}

/** A button that looks like a link, beside others of its kind. */
export const ActionLink = ({ name, label, onAct, disabled, opens }: ActionLinkProps) => (
  <button
    type="button"
    class="link-button"
    data-action={name}
    disabled={disabled}
    aria-expanded={opens?.isOpen}
    aria-controls={opens?.id}
    onClick={onAct}
  >
    {label}
  </button>
);
