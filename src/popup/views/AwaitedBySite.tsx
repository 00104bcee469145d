import { LONGEST_SKIP } from '../../messages/page.ts';
import type { Snapshot } from '../../messages/snapshot.ts';
import { timerRate } from '../../model/visitor/clock.ts';
import type { PendingTimer, Watched } from '../../model/watch/watched.ts';
import { duration, say } from '../../texts.ts';
import { run } from '../commands.ts';
import { placeWords } from '../siteCode.ts';

interface AwaitedProps {
  readonly snapshot: Snapshot;
  readonly watched: Watched;
  /** Real time, in ms since 1970. */
  readonly now: number;
}

/** No more timers are shown: those that matter come first. */
const MOST_SHOWN = 8;

/** What the site's code waits for, each timer with the way to skip to it once timers are on our clock. */
export function AwaitedBySite({ snapshot, watched, now }: AwaitedProps) {
  const { clock } = snapshot.simulation.visitor;
  const passed = (now - watched.at) * timerRate(clock);
  const pending = watched.timers
    .map((timer) => ({ timer, left: timer.dueIn - passed }))
    .filter(({ left }) => left > 0)
    .slice(0, MOST_SHOWN);
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
        {pending.map(({ timer, left }) => (
          <li
            class="code-line"
            key={`${timer.by?.file} ${timer.by?.line} ${timer.by?.column} ${timer.dueIn}`}
          >
            <TimerWords timer={timer} left={left} />
            {clock && left <= LONGEST_SKIP && (
              <button
                type="button"
                class="link-button"
                onClick={() =>
                  void run({ command: 'skip', tabId, ms: Math.max(1, Math.ceil(left)) })
                }
              >
                {say('uiSkipToIt')}
              </button>
            )}
          </li>
        ))}
        {leaving.map(({ by, what }) => (
          <li class="code-line" key={`${by?.line} ${by?.column} ${what}`}>
            <span class="place">{placeWords(by)}</span>
            <span>{say('uiLeavingAwaited')}</span>
            <button
              type="button"
              class="link-button"
              onClick={() => void run({ command: 'leave page', tabId })}
            >
              {say('uiLeavePage')}
            </button>
          </li>
        ))}
        {visibility.map(({ by }) => (
          <li class="code-line" key={`${by?.line} ${by?.column}`}>
            <span class="place">{placeWords(by)}</span>
            <span>{say('uiVisibilityAwaited')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const TimerWords = ({ timer, left }: { readonly timer: PendingTimer; readonly left: number }) => (
  <>
    <span class="place" title={timer.by ? `${timer.by.file}:${timer.by.line}` : undefined}>
      {placeWords(timer.by)}
    </span>
    <span>
      {say('uiTimerLeft', duration(left))}
      {timer.repeats && `, ${say('uiTimerRepeats')}`}
      {!timer.isTrigger && <span class="muted"> · {say('uiOtherCode')}</span>}
    </span>
  </>
);
