import type { Snapshot } from '../../messages/snapshot.ts';
import { say } from '../../texts.ts';
import { run } from '../commands.ts';
import { actLive } from '../liveQuestion.ts';

interface FireButtonProps {
  readonly snapshot: Snapshot;
  readonly scenarioId: string;
  readonly className?: string;
}

/** Offers a scenario's invite at once, whatever its conditions say and whether or not it is enabled. */
export const FireButton = ({ snapshot, scenarioId, className }: FireButtonProps) => (
  <button
    type="button"
    class={className}
    disabled={snapshot.site.state !== 'on'}
    onClick={() =>
      actLive(
        snapshot,
        'uiLiveQuestionFire',
        () => void run({ command: 'fire', tabId: snapshot.tabId, scenarioId }),
      )
    }
  >
    {say('uiFireNow')}
  </button>
);
