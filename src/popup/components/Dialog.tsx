import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../texts.ts';
import { Icon } from './Icon.tsx';

interface DialogProps {
  /** For scripts and styles. */
  readonly name: string;
  readonly title: string;
  /** Called once it has been closed, in whatever way. */
  readonly onClose: () => void;
  readonly children: (close: () => void) => ComponentChildren;
}

/** What has the focus to begin with, rather than the button to close. */
const FIRST = ':scope .dialog-body :is(input, textarea, select, summary, button):not(:disabled)';

/** Something that is done before anything else; Escape closes it, and the focus goes back to where it was. */
export function Dialog({ name, title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = () => dialog.current?.close();
  // Before the next key: what is typed belongs into the dialog.
  useLayoutEffect(() => {
    dialog.current?.showModal();
    const first = dialog.current?.querySelector<HTMLElement>(FIRST);
    first?.focus();
    if (first instanceof HTMLInputElement) first.select();
  }, []);
  return (
    <dialog ref={dialog} data-dialog={name} aria-labelledby={id} onClose={onClose}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="icon-button" aria-label={say('uiClose')} onClick={close}>
          <Icon name="cross" />
        </button>
      </div>
      {children(close)}
    </dialog>
  );
}
