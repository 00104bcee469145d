import type { Snapshot } from '../../messages/snapshot.ts';
import { say } from '../../texts.ts';
import { run } from '../commands.ts';
import { Switch } from '../components/Switch.tsx';
import { makeLive } from '../liveQuestion.ts';
import { useAnnouncedChange } from '../useAnnouncedChange.ts';

/** Says whether invites reach the widget, and lets that be changed. */
export function DryRunSwitch({ snapshot }: { readonly snapshot: Snapshot }) {
  const { tabId, invites, site } = snapshot;
  const isDryRun = invites === 'dry run';

  useAnnouncedChange(invites, () => say(isDryRun ? 'uiDryRunBegan' : 'uiDryRunEnded'));

  const set = (wanted: Snapshot['invites']) =>
    void run({ command: 'set invites', tabId, invites: wanted });
  const toggle = () =>
    isDryRun ? makeLive(snapshot, 'uiLiveQuestionLive', () => set('live')) : set('dry run');
  return (
    <div class="dry-run" data-invites={invites} title={say('uiDryRunExplained')}>
      <div>
        <p>{say(isDryRun ? 'uiDryRun' : 'uiDryRunOff')}</p>
        {isDryRun && <p class="note">{say('uiDryRunNote')}</p>}
      </div>
      {site.state === 'on' && (
        <Switch label={say('uiDryRunSwitch')} isOn={isDryRun} onToggle={toggle} />
      )}
    </div>
  );
}
