import { LONGEST_SKIP } from '../../messages/page.ts';
import type { Snapshot } from '../../messages/snapshot.ts';
import type { Watched } from '../../model/watch/watched.ts';
import { duration, say } from '../../texts.ts';
import { run } from '../commands.ts';
import { CodeLine, placeKey } from '../components/CodeLine.tsx';

interface AwaitedProps {
  readonly snapshot: Snapshot;
  /** As it is now. */
  readonly watched: Watched;
}

/** No more timers are shown: those that matter come first. */
const MOST_SHOWN = 8;

/** What the site's code waits for, each timer with the way to skip to it once timers are on our clock. */
export function AwaitedBySite({ snapshot, watched }: AwaitedProps) {
  const { clock } = snapshot.simulation.visitor;
  const pending = watched.timers.slice(0, MOST_SHOWN);
  const leaving = watched.inputs.filter(
    ({ input, value }) => input === 'pointer leaving' && !value,
  );
  const visibility = watched.inputs.filter(
    ({ input, what }) => input === 'visibility' && what === 'addEventListener',
  );
  if (pending.length + leaving.length + visibility.length === 0) return null;
  const { tabId } = snapshot;
  return (
    <section class="card site-section awaited" aria-label={say('uiWaitsFor')}>
      <h2>{say('uiWaitsFor')}</h2>
      <ul class="site-lines">
        {pending.map((timer, index) => (
          <CodeLine key={`${index} ${placeKey(timer.by)}`} at={timer.by}>
            <span>
              {say('uiTimerLeft', duration(timer.dueIn))}
              {timer.repeats && `, ${say('uiTimerRepeats')}`}
              {!timer.isTrigger && <span class="muted"> · {say('uiOtherCode')}</span>}
            </span>
            {clock && timer.dueIn <= LONGEST_SKIP && (
              <button
                type="button"
                class="link-button"
                onClick={() =>
                  void run({ command: 'skip', tabId, ms: Math.max(1, Math.ceil(timer.dueIn)) })
                }
              >
                {say('uiSkipToIt')}
              </button>
            )}
          </CodeLine>
        ))}
        {leaving.map(({ by, what }) => (
          <CodeLine key={`${placeKey(by)} ${what}`} at={by}>
            <span>{say('uiLeavingAwaited')}</span>
            <button
              type="button"
              class="link-button"
              onClick={() => void run({ command: 'leave page', tabId })}
            >
              {say('uiLeavePage')}
            </button>
          </CodeLine>
        ))}
        {visibility.map(({ by }) => (
          <CodeLine key={placeKey(by)} at={by}>
            <span>{say('uiVisibilityAwaited')}</span>
          </CodeLine>
        ))}
      </ul>
    </section>
  );
}
