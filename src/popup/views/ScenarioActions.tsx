import type { Snapshot } from '../../messages/snapshot.ts';
import type { Scenario } from '../../model/scenarios/scenario.ts';
import { say, scenarioName } from '../../texts.ts';
import { announce } from '../announcements.ts';
import { run } from '../commands.ts';
import { ActionLink } from '../components/ActionLink.tsx';
import { copyOf, orderMoved, orderWithAfter } from '../newScenario.ts';
import { runUndoable } from '../undoable.ts';

interface ScenarioActionsProps {
  readonly scenario: Scenario;
  readonly snapshot: Snapshot;
  readonly onEdit: (scenario: Scenario) => void;
}

/** What can be done to a scenario in the library. */
export function ScenarioActions({ scenario, snapshot, onEdit }: ScenarioActionsProps) {
  const name = scenarioName(scenario);
  const ids = snapshot.scenarios.map(({ id }) => id);
  const place = ids.indexOf(scenario.id);

  async function duplicate(): Promise<void> {
    const copy = copyOf(scenario, say('uiCopyOf', name));
    await run({
      command: 'order scenarios',
      scenarioIds: orderWithAfter(ids, copy.id, scenario.id),
    });
    await run({ command: 'save scenario', scenario: copy });
    onEdit(copy);
  }
  async function move(by: number): Promise<void> {
    await run({ command: 'order scenarios', scenarioIds: orderMoved(ids, scenario.id, by) });
    announce(say('uiMoved', name, place + by + 1, ids.length));
  }
  const remove = () =>
    runUndoable(
      { command: 'remove scenario', scenarioId: scenario.id },
      { sentence: say('uiDeleted', name), undo: { command: 'save scenario', scenario } },
    );
  const actions = [
    { name: 'duplicate', label: say('uiDuplicate'), act: duplicate, can: true },
    { name: 'up', label: say('uiMoveUp'), act: () => move(-1), can: place > 0 },
    { name: 'down', label: say('uiMoveDown'), act: () => move(1), can: place < ids.length - 1 },
    { name: 'delete', label: say('uiDelete'), act: remove, can: true },
  ] as const;
  return (
    <div class="actions quiet">
      {actions.map((action) => (
        <ActionLink
          key={action.name}
          name={action.name}
          label={action.label}
          disabled={!action.can}
          onAct={() => void action.act()}
        />
      ))}
    </div>
  );
}
