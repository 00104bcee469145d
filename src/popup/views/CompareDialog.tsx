import { useState } from 'preact/hooks';
import type { SavedVisitor } from '../../model/library/library.ts';
import { overrideLabels, overrideNames } from '../../model/visitor/visitor.ts';
import { say } from '../../texts.ts';
import { send } from '../commands.ts';
import { Dialog } from '../components/Dialog.tsx';
import { Checkbox } from '../components/Field.tsx';
import { Icon } from '../components/Icon.tsx';
import { UndoNotice } from '../components/UndoNotice.tsx';
import { differingOverrides } from '../savedVisitors.ts';
import { runUndoable } from '../undoable.ts';
import { overrideWords } from '../visitorWords.ts';
import { NameDialog } from './NameDialog.tsx';

/** So many are chosen to begin with: more are too narrow to read. */
const AT_FIRST = 3;

/** Visitors side by side, with what is not the same in all of them marked. */
function VisitorTable({ chosen }: { readonly chosen: readonly SavedVisitor[] }) {
  const differing = differingOverrides(chosen.map(({ visitor }) => visitor));
  return (
    <div class="visitor-table">
      <table aria-label={say('uiVisitorTable')}>
        <thead>
          <tr>
            <th scope="col" class="unseen">
              {say('uiOverride')}
            </th>
            {chosen.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {overrideNames.map((name) => (
            <tr key={name} data-override={name} data-differs={differing.includes(name)}>
              <th scope="row">
                {say(overrideLabels[name])}
                {differing.includes(name) && <span class="differs">≠ {say('uiDiffers')}</span>}
              </th>
              {chosen.map(({ id, visitor }) => (
                <td key={id}>{overrideWords(visitor, name)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CompareDialogProps {
  /** All of them, in the order in which they are shown. */
  readonly visitors: readonly SavedVisitor[];
  readonly onClose: () => void;
}

/** The saved visitors, to be compared, renamed and deleted. */
export function CompareDialog({ visitors, onClose }: CompareDialogProps) {
  const [chosenIds, setChosenIds] = useState<readonly string[]>(() =>
    visitors.slice(0, AT_FIRST).map(({ id }) => id),
  );
  const [renaming, setRenaming] = useState<SavedVisitor | null>(null);
  const chosen = visitors.filter(({ id }) => chosenIds.includes(id));

  const remove = (saved: SavedVisitor) =>
    runUndoable(
      { command: 'remove visitor', visitorId: saved.id },
      { sentence: say('uiDeleted', saved.name), undo: { command: 'save visitor', saved } },
    );
  return (
    <Dialog name="compare" title={say('uiSavedVisitors')} onClose={onClose}>
      {() => (
        <div class="dialog-body">
          <UndoNotice />
          <p class="muted">{say('uiCompareNote')}</p>
          <ul class="pack-items">
            {visitors.map((saved) => (
              <li key={saved.id} class="pack-line">
                <Checkbox
                  label={saved.name}
                  path={`compare ${saved.id}`}
                  isChecked={chosenIds.includes(saved.id)}
                  onToggle={(isChecked) =>
                    setChosenIds((before) => [
                      ...before.filter((id) => id !== saved.id),
                      ...(isChecked ? [saved.id] : []),
                    ])
                  }
                />
                <span class="spring" />
                <button
                  type="button"
                  class="link-button"
                  aria-label={say('uiRenameOf', saved.name)}
                  data-action="rename"
                  onClick={() => setRenaming(saved)}
                >
                  {say('uiRename')}
                </button>
                <button
                  type="button"
                  class="icon-button"
                  aria-label={say('uiDeleteOf', saved.name)}
                  data-action="delete"
                  onClick={() => void remove(saved)}
                >
                  <Icon name="cross" />
                </button>
              </li>
            ))}
          </ul>
          {chosen.length > 0 && <VisitorTable chosen={chosen} />}
          {renaming && (
            <NameDialog
              title={say('uiRenameOf', renaming.name)}
              initial={renaming.name}
              noteOn={() => ''}
              onName={(name) => send({ command: 'save visitor', saved: { ...renaming, name } })}
              onClose={() => setRenaming(null)}
            />
          )}
        </div>
      )}
    </Dialog>
  );
}
