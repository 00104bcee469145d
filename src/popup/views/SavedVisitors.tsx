import { useEffect, useState } from 'preact/hooks';
import type { CommandAnswer } from '../../messages/command.ts';
import type { Snapshot } from '../../messages/snapshot.ts';
import type { Visitor } from '../../model/visitor/visitor.ts';
import { overrideChips } from '../../overrideChips.ts';
import { say } from '../../texts.ts';
import { ActionLink } from '../components/ActionLink.tsx';
import { appliedOne, inOrder, namedOne } from '../savedVisitors.ts';
import { saveUndoable } from '../undoable.ts';
import { CompareDialog } from './CompareDialog.tsx';
import { NameDialog } from './NameDialog.tsx';

interface SavedVisitorsProps {
  readonly snapshot: Snapshot;
  /** The visitor as typed. */
  readonly typed: Visitor;
  /** Whether the visitor as typed can be saved; shows what is wrong with it if not. */
  readonly check: () => boolean;
  /** Makes the page see a visitor. */
  readonly onApply: (visitor: Visitor) => void;
}

/** The visitors that are kept: one is chosen, then applied, so that keys can go through them. */
export function SavedVisitors({ snapshot, typed, check, onApply }: SavedVisitorsProps) {
  const [doing, setDoing] = useState<'save' | 'compare' | null>(null);
  const visitors = inOrder(snapshot.visitors);
  const applied = appliedOne(visitors, snapshot.simulation.visitor);
  const [chosenId, setChosenId] = useState<string | null>(null);
  // Another visitor was applied, here or elsewhere: the choice was made, or is out of date.
  useEffect(() => setChosenId(null), [applied?.id]);
  const shown = visitors.find(({ id }) => id === chosenId) ?? applied;

  function save(name: string): Promise<CommandAnswer> {
    const replaced = namedOne(visitors, name);
    const saved = { id: replaced?.id ?? crypto.randomUUID(), name, visitor: typed };
    return saveUndoable(
      { command: 'save visitor', saved },
      say('uiVisitorSaved', name),
      replaced && { command: 'save visitor', saved: replaced },
    );
  }
  const initialName = overrideChips(typed)
    .map(({ text }) => text)
    .join(', ')
    .slice(0, 100);
  return (
    <div class="saved-visitors">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (shown) onApply(shown.visitor);
        }}
      >
        <label>
          <span class="muted">{say('uiSavedVisitor')}</span>
          <select
            name="savedVisitor"
            value={shown?.id ?? ''}
            disabled={visitors.length === 0}
            onChange={(event) => setChosenId(event.currentTarget.value)}
          >
            {!shown && (
              <option value="">
                {say(visitors.length > 0 ? 'uiSavedVisitorNone' : 'uiSavedVisitorsEmpty')}
              </option>
            )}
            {visitors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" data-action="apply-saved" disabled={!shown}>
          {say('uiApplySaved')}
        </button>
      </form>
      <div class="actions">
        <ActionLink
          name="save-visitor"
          label={say('uiSaveVisitorAs')}
          onAct={() => {
            if (check()) setDoing('save');
          }}
        />
        {visitors.length > 0 && (
          <ActionLink
            name="compare"
            label={say('uiCompareVisitors')}
            onAct={() => setDoing('compare')}
          />
        )}
      </div>
      {doing === 'save' && (
        <NameDialog
          title={say('uiSaveVisitorTitle')}
          initial={initialName}
          noteOn={(name) => (namedOne(visitors, name) ? say('uiSaveVisitorReplaces') : '')}
          onName={save}
          onClose={() => setDoing(null)}
        />
      )}
      {doing === 'compare' && <CompareDialog visitors={visitors} onClose={() => setDoing(null)} />}
    </div>
  );
}
