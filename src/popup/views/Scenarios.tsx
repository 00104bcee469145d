import { useState } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import type { WidgetState } from '../../model/report.ts';
import { Notice } from '../components/Notice.tsx';
import { say, words } from '../texts.ts';
import { ScenarioCard } from './ScenarioCard.tsx';
import { ScenarioEditor } from './ScenarioEditor.tsx';

/** What the state of the widget means for scenarios, where there is something to say. */
function widgetNotice(widget: WidgetState | null): string | null {
  if (widget?.state === 'none') return say('uiNoWidgetNotice');
  if (widget?.state === 'error') return words(widget.text);
  if (widget?.state === 'ready' && widget.seenLate) return say('uiWidgetSeenLate');
  return null;
}

/** The scenarios of the library, and one of them while it is edited. */
export function Scenarios({ snapshot }: { readonly snapshot: Snapshot }) {
  const { scenarios, simulation, widget, edited } = snapshot;
  const [editedId, setEditedId] = useState<string | null>(null);
  const [lastEditedId, setLastEditedId] = useState<string | null>(null);
  const [openIds, setOpenIds] = useState<readonly string[]>(() =>
    simulation.scenarioIds.slice(0, 1),
  );

  const beingEdited = scenarios.find(({ id }) => id === editedId);
  if (beingEdited) {
    return (
      <ScenarioEditor
        key={beingEdited.id}
        scenario={beingEdited}
        differsFromBuiltIn={edited.includes(beingEdited.id)}
        onDone={() => {
          setLastEditedId(editedId);
          setEditedId(null);
        }}
      />
    );
  }

  const setOpen = (id: string, isOpen: boolean) =>
    setOpenIds((before) => [...before.filter((other) => other !== id), ...(isOpen ? [id] : [])]);
  const notice = widgetNotice(widget);
  return (
    <div class="cards">
      {notice && (
        <Notice tone="plain">
          <p>{notice}</p>
        </Notice>
      )}
      {scenarios.map((scenario) => (
        <ScenarioCard
          key={scenario.id}
          scenario={scenario}
          snapshot={snapshot}
          isOpen={openIds.includes(scenario.id)}
          comesFromEditor={scenario.id === lastEditedId}
          onOpen={(isOpen) => setOpen(scenario.id, isOpen)}
          onEdit={() => setEditedId(scenario.id)}
        />
      ))}
    </div>
  );
}
