import { useEffect, useRef } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import type { Playing, Run } from '../../model/runs/run.ts';
import { list, say, words } from '../../texts.ts';
import { announce } from '../announcements.ts';
import { run as obey } from '../commands.ts';
import { Pill } from '../components/Pill.tsx';
import { UndoNotice } from '../components/UndoNotice.tsx';
import { actLive } from '../liveQuestion.ts';
import { playWords, stepWords } from '../runWords.ts';
import { inOrder } from '../savedVisitors.ts';
import { runUndoable } from '../undoable.ts';

/** What a run does and expects, in one line. */
const outline = ({ address, steps, expects }: Run): string =>
  list([
    address,
    ...steps.map(stepWords),
    expects.invite ? `“${expects.invite.message}”` : say('uiRunNoInvite'),
  ]);

interface RunLineProps {
  readonly snapshot: Snapshot;
  readonly run: Run;
  /** Null unless it is this run that is played in the tab, or was last. */
  readonly playing: Playing | null;
}

function RunLine({ snapshot, run, playing }: RunLineProps) {
  const { tabId } = snapshot;
  const isPlaying = playing?.state === 'playing';
  const isAnyPlaying = snapshot.playing?.state === 'playing';
  const begin = () => void obey({ command: 'play run', tabId, runId: run.id });
  return (
    <li data-run={run.id} data-state={playing?.state}>
      <div class="run-line">
        <span class="run-name">{run.name}</span>
        {playing && (
          <Pill
            tone={playWords[playing.state].tone}
            state={playing.state}
            text={say(playWords[playing.state].key)}
          />
        )}
        {isPlaying ? (
          <button
            type="button"
            data-action="stop-run"
            aria-label={say('uiRunStopOf', run.name)}
            onClick={() => void obey({ command: 'stop run', tabId })}
          >
            {say('uiRunStop')}
          </button>
        ) : (
          <button
            type="button"
            data-action="play-run"
            aria-label={say('uiRunPlayOf', run.name)}
            disabled={isAnyPlaying}
            onClick={() => actLive(snapshot, 'uiLiveQuestionRun', begin)}
          >
            {say('uiRunPlay')}
          </button>
        )}
        <button
          type="button"
          class="link-button"
          data-action="delete-run"
          disabled={isPlaying}
          aria-label={say('uiDeleteOf', run.name)}
          onClick={() =>
            void runUndoable(
              { command: 'remove run', runId: run.id },
              { sentence: say('uiRunDeleted', run.name), undo: { command: 'save run', run } },
            )
          }
        >
          {say('uiDelete')}
        </button>
      </div>
      <p class="muted run-outline" title={outline(run)}>
        {outline(run)}
      </p>
      {playing?.state === 'failed' && (
        <ul class="run-differences">
          {playing.differences.map((difference) => (
            <li key={words(difference)}>{words(difference)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** The saved runs, each to be played in the tab again. */
export function Runs({ snapshot }: { readonly snapshot: Snapshot }) {
  const { runs, playing } = snapshot;
  const before = useRef(playing?.state);
  useEffect(() => {
    const wasPlaying = before.current === 'playing';
    before.current = playing?.state;
    if (!wasPlaying || !playing || playing.state === 'playing') return;
    const name = runs.find(({ id }) => id === playing.runId)?.name ?? '';
    const differences = playing.state === 'failed' ? playing.differences : [];
    announce(list([name, say(playWords[playing.state].key), ...differences.map(words)]));
  }, [playing?.state]);
  return (
    <div class="runs-place">
      <UndoNotice />
      {runs.length > 0 && (
        <details class="runs" open={playing !== null}>
          <summary>{say('uiRunsCount', runs.length)}</summary>
          <ul>
            {inOrder(runs).map((run) => (
              <RunLine
                key={run.id}
                snapshot={snapshot}
                run={run}
                playing={playing?.runId === run.id ? playing : null}
              />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
