import { useState } from 'preact/hooks';
import type { CommandAnswer } from '../../messages/command.ts';
import { text } from '../../model/text.ts';
import { say } from '../../texts.ts';
import { Dialog } from '../components/Dialog.tsx';
import { TextField } from '../components/Field.tsx';

/** The longest name of a saved visitor, or a run. */
const LONGEST = 100;

interface NameDialogProps {
  readonly title: string;
  readonly initial: string;
  /** What to know of a name before it is taken; '' if nothing. */
  readonly noteOn: (name: string) => string;
  /** Takes a name; the answer is what keeps it from being taken. */
  readonly onName: (name: string) => Promise<CommandAnswer>;
  readonly onClose: () => void;
}

/** Asks for a name. */
export function NameDialog({ title, initial, noteOn, onName, onClose }: NameDialogProps) {
  const [name, setName] = useState(initial);
  const [problems, setProblems] = useState<CommandAnswer>([]);

  async function take(close: () => void): Promise<void> {
    const wanted = name.trim();
    if (wanted === '') setProblems([{ text: text('problemEmpty') }]);
    else if (wanted.length > LONGEST) {
      setProblems([{ text: text('problemTooLong', LONGEST, wanted.length) }]);
    } else {
      const answer = await onName(wanted);
      setProblems(answer);
      if (answer.length === 0) close();
    }
  }
  return (
    <Dialog name="name" title={title} onClose={onClose}>
      {(close) => (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void take(close);
          }}
        >
          <div class="dialog-body">
            <TextField
              label={say('uiName')}
              path="saved.name"
              problem={problems[0]?.text ?? null}
              note={noteOn(name)}
              value={name}
              onInput={setName}
            />
          </div>
          <footer>
            <span class="spring" />
            <button type="button" onClick={close}>
              {say('uiCancel')}
            </button>
            <button type="submit" class="primary">
              {say('uiSave')}
            </button>
          </footer>
        </form>
      )}
    </Dialog>
  );
}
