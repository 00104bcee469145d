import type { CommandAnswer } from '../../messages/command.ts';
import type { RecordedRun } from '../../model/runs/record.ts';
import type { Run } from '../../model/runs/run.ts';
import { say } from '../../texts.ts';
import { announce } from '../announcements.ts';
import { send } from '../commands.ts';
import { namedOne } from '../savedVisitors.ts';
import { offerUndo } from '../undoable.ts';
import { NameDialog } from './NameDialog.tsx';

interface SaveRunDialogProps {
  readonly recorded: RecordedRun;
  /** Those that are there. */
  readonly runs: readonly Run[];
  readonly onClose: () => void;
}

/** Keeps what was recorded under a name. */
export function SaveRunDialog({ recorded, runs, onClose }: SaveRunDialogProps) {
  async function save(name: string): Promise<CommandAnswer> {
    const replaced = namedOne(runs, name);
    const run: Run = { id: replaced?.id ?? crypto.randomUUID(), name, ...recorded };
    const problems = await send({ command: 'save run', run });
    if (problems.length > 0) return problems;
    const sentence = say('uiVisitorSaved', name);
    if (replaced) offerUndo({ sentence, undo: { command: 'save run', run: replaced } });
    else announce(sentence);
    return problems;
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
