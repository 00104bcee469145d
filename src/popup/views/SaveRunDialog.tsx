import type { CommandAnswer } from '../../messages/command.ts';
import type { RecordedRun } from '../../model/runs/record.ts';
import type { Run } from '../../model/runs/run.ts';
import { say } from '../../texts.ts';
import { namedOne } from '../savedVisitors.ts';
import { saveUndoable } from '../undoable.ts';
import { NameDialog } from './NameDialog.tsx';

interface SaveRunDialogProps {
  readonly recorded: RecordedRun;
  /** Those that are there. */
  readonly runs: readonly Run[];
  readonly onClose: () => void;
}

/** Keeps what was recorded under a name. */
export function SaveRunDialog({ recorded, runs, onClose }: SaveRunDialogProps) {
  function save(name: string): Promise<CommandAnswer> {
    const replaced = namedOne(runs, name);
    const run: Run = { id: replaced?.id ?? crypto.randomUUID(), name, ...recorded };
    return saveUndoable(
      { command: 'save run', run },
      say('uiVisitorSaved', name),
      replaced && { command: 'save run', run: replaced },
    );
  }
  const { invite } = recorded.expects;
  return (
    <NameDialog
      title={say('uiSaveRunTitle')}
      initial=""
      noteOn={(name) =>
        namedOne(runs, name)
          ? say('uiSaveRunReplaces')
          : invite
            ? say('uiSaveRunExpects', invite.message)
            : say('uiSaveRunExpectsNone')
      }
      onName={save}
      onClose={onClose}
    />
  );
}
