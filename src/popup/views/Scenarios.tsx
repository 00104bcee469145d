import { useState } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import { hasOverlay } from '../../model/presentation.ts';
import type { WidgetState } from '../../model/report.ts';
import type { Scenario } from '../../model/scenarios/scenario.ts';
import { conditionWords, list, say, scenarioName, words } from '../../texts.ts';
import { Later } from '../components/Later.tsx';
import { MoreOnScroll } from '../components/MoreOnScroll.tsx';
import { Notice } from '../components/Notice.tsx';
import { UndoNotice } from '../components/UndoNotice.tsx';
import { newScenario } from '../newScenario.ts';
import { useAnnouncedChange } from '../useAnnouncedChange.ts';
import { DryRunSwitch } from './DryRunSwitch.tsx';
import { LibraryActions } from './LibraryActions.tsx';
import { Places } from './Places.tsx';
import { RecordedPreview } from './RecordedPreview.tsx';
import { ScenarioCard } from './ScenarioCard.tsx';
import { StandInNotice } from './StandInNotice.tsx';

/** What the state of the widget means for scenarios, where there is something to say. */
function widgetNotice(widget: WidgetState | null): string | null {
  if (widget?.state === 'error') return words(widget.text);
  if (widget?.state === 'ready' && widget.seenLate) return say('uiWidgetSeenLate');
  return null;
}

/** From how many scenarios on there is something to find them by. */
const MANY = 10;
/** How many are drawn at first. */
const STEP = 10;

const isAbout = (scenario: Scenario, search: string): boolean =>
  list([scenarioName(scenario), conditionWords(scenario)])
    .toLowerCase()
    .includes(search);

/** The scenarios of the library, and one of them while it is edited. */
export function Scenarios({ snapshot }: { readonly snapshot: Snapshot }) {
  const { tabId, scenarios, simulation, widget, edited, report } = snapshot;
  const [editing, setEditing] = useState<Scenario | null>(null);
  const [lastEditedId, setLastEditedId] = useState<string | null>(null);
  const [wanted, setWanted] = useState('');
  const [openIds, setOpenIds] = useState<readonly string[]>(() =>
    simulation.scenarioIds.slice(0, 1),
  );

  const isOverlayOn = hasOverlay(simulation);
  const [isPresenting, setPresenting] = useState(isOverlayOn);
  useAnnouncedChange(isOverlayOn, () => say(isOverlayOn ? 'uiOverlayBegan' : 'uiOverlayEnded'));

  if (editing) {
    return (
      <Later>
        {({ ScenarioEditor }) => (
          <ScenarioEditor
            key={editing.id}
            scenario={editing}
            isNew={!scenarios.some(({ id }) => id === editing.id)}
            differsFromBuiltIn={edited.includes(editing.id)}
            report={report}
            onDone={() => {
              setLastEditedId(editing.id);
              setEditing(null);
            }}
          />
        )}
      </Later>
    );
  }

  const setOpen = (id: string, isOpen: boolean) =>
    setOpenIds((before) => [...before.filter((other) => other !== id), ...(isOpen ? [id] : [])]);
  const notice = widgetNotice(widget);
  const ofSite = report?.recorded.findLast(({ cause }) => cause === 'site');
  const search = wanted.trim().toLowerCase();
  const found = scenarios.filter((scenario) => search === '' || isAbout(scenario, search));
  return (
    <div class="with-footer">
      <div class="cards">
        <StandInNotice snapshot={snapshot} />
        {notice && (
          <Notice tone="plain">
            <p>{notice}</p>
          </Notice>
        )}
        {report?.invites === 'out of reach' && (
          <Notice tone="bad">
            <p>{say('uiOutOfReach')}</p>
          </Notice>
        )}
        <UndoNotice />
        {ofSite && <RecordedPreview recorded={ofSite} title={say('uiRecordedOfSite')} />}
        <LibraryActions
          snapshot={snapshot}
          onNew={() => setEditing(newScenario(say('uiNewScenario')))}
          isPresenting={isPresenting}
          onPresent={setPresenting}
        />
        {scenarios.length > MANY && (
          <input
            type="search"
            aria-label={say('uiFindScenario')}
            placeholder={say('uiFindScenario')}
            value={wanted}
            onInput={(event) => setWanted(event.currentTarget.value)}
          />
        )}
        {found.length === 0 && (
          <p class="nothing">{say(scenarios.length > 0 ? 'uiNoSuchScenarios' : 'uiNoScenarios')}</p>
        )}
        <MoreOnScroll
          items={found}
          step={STEP}
          atLeast={found.findIndex(({ id }) => id === lastEditedId) + 1}
          moreLabel={say('uiMoreScenarios')}
        >
          {(drawn) =>
            drawn.map((scenario) => (
              <ScenarioCard
                key={scenario.id}
                scenario={scenario}
                snapshot={snapshot}
                isOpen={openIds.includes(scenario.id)}
                comesFromEditor={scenario.id === lastEditedId}
                onOpen={(isOpen) => setOpen(scenario.id, isOpen)}
                onEdit={setEditing}
              />
            ))
          }
        </MoreOnScroll>
      </div>
      <footer>
        <DryRunSwitch snapshot={snapshot} />
        <Places tabId={tabId} />
      </footer>
    </div>
  );
}
