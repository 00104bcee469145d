import { LONGEST_SKIP } from '../../messages/page.ts';
import type { Snapshot } from '../../messages/snapshot.ts';
import { makeTrue, timeAskedFor } from '../../model/scenarios/makeTrue.ts';
import type { Scenario } from '../../model/scenarios/scenario.ts';
import { factsAt, type ScenarioStatus, verdictsWhileOff } from '../../model/scenarios/status.ts';
import { causeWords, say, words } from '../../texts.ts';
import { run } from '../commands.ts';
import { MakeTrueButton } from '../components/MakeTrueButton.tsx';
import { ConditionLine } from './ConditionLine.tsx';
import { FireButton } from './FireButton.tsx';
import { RecordedPreview } from './RecordedPreview.tsx';
import { ScenarioActions } from './ScenarioActions.tsx';

interface ScenarioDetailsProps {
  readonly scenario: Scenario;
  readonly snapshot: Snapshot;
  readonly status: ScenarioStatus;
  readonly onEdit: (scenario: Scenario) => void;
}

/** The inside of an opened scenario: its conditions one by one, what came of it, and what can be done. */
export function ScenarioDetails({ scenario, snapshot, status, onEdit }: ScenarioDetailsProps) {
  const { tabId, site, simulation, report } = snapshot;
  const { visitor } = simulation;
  const { watched, outcome, wait } = status;
  const isOn = site.state === 'on';
  const asked = timeAskedFor(scenario);
  // The site's own code waits on timers, which can be skipped once they are on our clock.
  const siteWait = isOn && !watched && report?.delivery === 'in time' && visitor.clock ? asked : 0;
  const ms = wait ?? siteWait;
  const recorded =
    outcome?.outcome === 'recorded'
      ? report?.recorded.findLast(({ scenarioId }) => scenarioId === scenario.id)
      : undefined;
  const factsNow = () => report && factsAt(report, scenario.id, Date.now(), visitor.clock?.speed);
  const facts = watched?.facts ?? factsNow();
  const verdicts = watched?.verdict.verdicts ?? (facts && verdictsWhileOff(scenario, facts));
  const needsPointer = scenario.conditions.some(({ type }) => type === 'exitIntent');
  return (
    <>
      <ul class="conditions">
        {scenario.conditions.map((condition, index) => (
          <ConditionLine
            key={`${index} ${condition.type}`}
            condition={condition}
            verdict={verdicts?.[index] ?? null}
            facts={facts}
            visitor={visitor}
          />
        ))}
      </ul>
      {outcome && !recorded && (
        <p class="outcome">
          {say('uiOutcome', words(outcome.text), causeWords(outcome.cause, null))}
        </p>
      )}
      {recorded && <RecordedPreview recorded={recorded} title={say('uiRecordedOf')} />}
      <div class="actions">
        {isOn && ms > 0 && ms <= LONGEST_SKIP && (
          <button
            type="button"
            class="primary"
            onClick={() => void run({ command: 'skip', tabId, ms: Math.ceil(ms) })}
          >
            {say('uiSkipTheWait')}
          </button>
        )}
        <FireButton snapshot={snapshot} scenarioId={scenario.id} />
        <MakeTrueButton
          snapshot={snapshot}
          explanation="uiMakeItTrueExplained"
          make={(arranging) => makeTrue(scenario, visitor, factsNow(), arranging)}
          sentenceOf={({ byHand }) => (byHand.length > 0 ? 'uiMadeTrue' : 'uiMadeTrueWholly')}
        />
        <button type="button" onClick={() => onEdit(scenario)}>
          {say('uiEdit')}
        </button>
        {needsPointer && isOn && (
          <button type="button" onClick={() => void run({ command: 'leave page', tabId })}>
            {say('uiLeavePage')}
          </button>
        )}
      </div>
      <ScenarioActions scenario={scenario} snapshot={snapshot} onEdit={onEdit} />
    </>
  );
}
