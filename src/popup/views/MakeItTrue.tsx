import { useState } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import { type MadeTrue, makeTrue } from '../../model/scenarios/makeTrue.ts';
import type { Scenario } from '../../model/scenarios/scenario.ts';
import { factsAt } from '../../model/scenarios/status.ts';
import { timeFor } from '../../model/simulation.ts';
import { say, words } from '../../texts.ts';
import { announce } from '../announcements.ts';
import { openProblems, send } from '../commands.ts';
import { knownCountry } from '../knownCountries.ts';
import { actLive } from '../liveQuestion.ts';

interface MakeItTrueProps {
  readonly scenario: Scenario;
  readonly snapshot: Snapshot;
}

/** Sets the visitor so that the conditions of a scenario hold, and says what no visitor can do. */
export function MakeItTrue({ scenario, snapshot }: MakeItTrueProps) {
  const { tabId, site, simulation, report, counters } = snapshot;
  const [made, setMade] = useState<MadeTrue | null>(null);

  async function make(): Promise<void> {
    const now = Date.now();
    const result = makeTrue(
      scenario,
      simulation.visitor,
      report && factsAt(report, scenario.id, now),
      { now: timeFor(simulation, now), counter: counters[0] ?? null, knownCountry },
    );
    const problems = await send({ command: 'set visitor', tabId, visitor: result.visitor });
    openProblems.value = problems;
    if (problems.length > 0) return;
    setMade(result);
    announce(say(result.byHand.length > 0 ? 'uiMadeTrue' : 'uiMadeTrueWholly'));
  }
  return (
    <>
      <button
        type="button"
        title={say('uiMakeItTrueExplained')}
        disabled={site.state !== 'on'}
        onClick={() => actLive(snapshot, 'uiLiveQuestionVisitor', () => void make())}
      >
        {say('uiMakeItTrue')}
      </button>
      {made && (
        <div class="made-true">
          <p>{say(made.byHand.length > 0 ? 'uiMadeTrue' : 'uiMadeTrueWholly')}</p>
          {made.byHand.length > 0 && (
            <ul>
              {made.byHand.map((one) => (
                <li key={one.key}>{words(one)}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  );
}
