import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import type { Scenario } from '../../model/scenarios/scenario.ts';
import { decidingSentence, type ScenarioStatus, statusOf } from '../../model/scenarios/status.ts';
import { statusText, statusWords } from '../../statusWords.ts';
import { causeWords, conditionWords, say, scenarioName, words } from '../../texts.ts';
import { run } from '../commands.ts';
import { Pill } from '../components/Pill.tsx';
import { Switch } from '../components/Switch.tsx';
import { actLive } from '../liveQuestion.ts';
import { useAnnouncedStatus } from '../useAnnouncedStatus.ts';
import { useTicking } from '../useTicking.ts';
import { FireButton } from './FireButton.tsx';
import { ScenarioDetails } from './ScenarioDetails.tsx';

const StatusPill = ({ status }: { readonly status: ScenarioStatus }) => (
  <Pill tone={statusWords[status.word].tone} state={status.word} text={statusText(status)} />
);

/** The one sentence of a closed card. */
function summary(scenario: Scenario, { outcome, watched }: ScenarioStatus): string {
  if (outcome) return say('uiOutcome', words(outcome.text), causeWords(outcome.cause, null));
  if (watched) return words(decidingSentence(watched.verdict));
  return conditionWords(scenario);
}

interface ScenarioCardProps {
  readonly scenario: Scenario;
  readonly snapshot: Snapshot;
  readonly isOpen: boolean;
  readonly comesFromEditor: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onEdit: (scenario: Scenario) => void;
}

/** A scenario: what it is called, where it stands, whether it is enabled; opened, everything else. */
export function ScenarioCard({
  scenario,
  snapshot,
  isOpen,
  comesFromEditor,
  onOpen,
  onEdit,
}: ScenarioCardProps) {
  const { tabId, simulation, report } = snapshot;
  const isEnabled = simulation.scenarioIds.includes(scenario.id);
  const status = statusOf(scenario, isEnabled, report, Date.now(), simulation.visitor.clock?.speed);
  useTicking(status.isTimed);
  // An open card tells what there is, which time changes also where it changes no verdict.
  useTicking(isOpen && report !== null, 1000);

  const name = scenarioName(scenario);
  useAnnouncedStatus(scenario, isEnabled, status);

  const title = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (comesFromEditor) title.current?.focus();
  }, [comesFromEditor]);

  const id = useId();
  function enable(enabled: boolean): void {
    void run({ command: 'enable scenario', tabId, scenarioId: scenario.id, enabled });
    onOpen(enabled);
  }
  function toggle(): void {
    if (isEnabled) enable(false);
    else actLive(snapshot, 'uiLiveQuestionEnable', () => enable(true));
  }
  return (
    <section
      class="card scenario"
      data-scenario={scenario.id}
      data-open={isOpen}
      aria-labelledby={`${id}-name`}
    >
      <div class="card-head">
        <h2>
          <button
            type="button"
            class="card-title"
            id={`${id}-name`}
            ref={title}
            aria-expanded={isOpen}
            aria-controls={`${id}-details`}
            onClick={() => onOpen(!isOpen)}
          >
            {name}
          </button>
        </h2>
        <StatusPill status={status} />
        <Switch label={name} isOn={isEnabled} onToggle={toggle} />
      </div>
      {!isOpen && (
        <div class="summary-line">
          <p class="summary">{summary(scenario, status)}</p>
          <FireButton snapshot={snapshot} scenarioId={scenario.id} className="link-button" />
        </div>
      )}
      <div id={`${id}-details`} hidden={!isOpen}>
        {isOpen && (
          <ScenarioDetails
            scenario={scenario}
            snapshot={snapshot}
            status={status}
            onEdit={onEdit}
          />
        )}
      </div>
    </section>
  );
}
