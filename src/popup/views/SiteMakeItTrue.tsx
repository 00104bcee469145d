import { useState } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import { type SiteVisitor, visitorFor } from '../../model/findings/visitorFor.ts';
import { timeFor } from '../../model/simulation.ts';
import type { Watched } from '../../model/watch/watched.ts';
import { say, words } from '../../texts.ts';
import { announce } from '../announcements.ts';
import { openProblems, send } from '../commands.ts';
import { knownCountry } from '../knownCountries.ts';
import { actLive } from '../liveQuestion.ts';

interface SiteMakeItTrueProps {
  readonly snapshot: Snapshot;
  readonly watched: Watched;
}

/** Sets the visitor whom the site's own trigger seems to wait for, and says what no visitor can do. */
export function SiteMakeItTrue({ snapshot, watched }: SiteMakeItTrueProps) {
  const { tabId, simulation, counters } = snapshot;
  const [made, setMade] = useState<SiteVisitor | null>(null);

  async function make(): Promise<void> {
    const result = visitorFor(watched, simulation.visitor, {
      now: timeFor(simulation, Date.now()),
      counter: counters[0] ?? null,
      knownCountry,
    });
    const problems = await send({ command: 'set visitor', tabId, visitor: result.visitor });
    openProblems.value = problems;
    if (problems.length > 0) return;
    setMade(result);
    announce(say('uiSiteMadeTrue'));
  }
  return (
    <>
      <button
        type="button"
        data-action="make site true"
        title={say('uiSiteMakeItTrueExplained')}
        onClick={() => actLive(snapshot, 'uiLiveQuestionEnable', () => void make())}
      >
        {say('uiSiteMakeItTrue')}
      </button>
      {made && (
        <div class="made-true">
          <p>{say('uiSiteMadeTrue')}</p>
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
