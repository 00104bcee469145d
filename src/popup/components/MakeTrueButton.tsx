import { useState } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import type { Arranging } from '../../model/conditions/condition.ts';
import type { MadeTrue } from '../../model/scenarios/makeTrue.ts';
import { timeFor } from '../../model/simulation.ts';
import type { MessageKey } from '../../model/text.ts';
import { say, words } from '../../texts.ts';
import { announce } from '../announcements.ts';
import { openProblems, send } from '../commands.ts';
import { knownCountry } from '../knownCountries.ts';
import { actLive } from '../liveQuestion.ts';

interface MakeTrueButtonProps {
  readonly snapshot: Snapshot;
  /** What the button does, in more words than are on it. */
  readonly explanation: MessageKey;
  /** The visitor that is wanted, made when the button is pressed. */
  readonly make: (arranging: Arranging) => MadeTrue;
  /** What is said when it has been done. */
  readonly sentenceOf: (made: MadeTrue) => MessageKey;
}

/** Sets a visitor for whom something holds, and says what no visitor can do. */
export function MakeTrueButton({ snapshot, explanation, make, sentenceOf }: MakeTrueButtonProps) {
  const { tabId, site, simulation, counters } = snapshot;
  const [made, setMade] = useState<MadeTrue | null>(null);

  async function set(): Promise<void> {
    const now = timeFor(simulation, Date.now());
    const result = make({ now, counter: counters[0] ?? null, knownCountry });
    const problems = await send({ command: 'set visitor', tabId, visitor: result.visitor });
    openProblems.value = problems;
    if (problems.length > 0) return;
    setMade(result);
    announce(say(sentenceOf(result)));
  }
  return (
    <>
      <button
        type="button"
        data-action="make true"
        title={say(explanation)}
        disabled={site.state !== 'on'}
        onClick={() => actLive(snapshot, 'uiLiveQuestionVisitor', () => void set())}
      >
        {say('uiMakeItTrue')}
      </button>
      {made && (
        <div class="made-true">
          <p>{say(sentenceOf(made))}</p>
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
