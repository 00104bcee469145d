import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../../texts.ts';
import { undoable, undoLast } from '../undoable.ts';
import { Notice } from './Notice.tsx';

/** What was done last, as long as it can be taken back. */
export function UndoNotice() {
  const done = undoable.value;
  const button = useRef<HTMLButtonElement>(null);
  // What had the focus is gone with what was deleted.
  useLayoutEffect(() => button.current?.focus(), [done]);
  if (!done) return null;
  return (
    <Notice tone="plain">
      <p>{done.sentence}</p>
      <button type="button" class="link-button" ref={button} onClick={() => void undoLast()}>
        {say('uiUndo')}
      </button>
    </Notice>
  );
}
