import { useEffect, useRef } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import { say } from '../../texts.ts';
import { announce } from '../announcements.ts';
import { run } from '../commands.ts';
import { Switch } from '../components/Switch.tsx';
import { makeLive } from '../liveQuestion.ts';

/** Says whether invites reach the widget, and lets that be changed. */
export function DryRunSwitch({ snapshot }: { readonly snapshot: Snapshot }) {
  const { tabId, invites, site } = snapshot;
  const isDryRun = invites === 'dry run';

  const before = useRef(invites);
  useEffect(() => {
    if (before.current !== invites)
      announce(say(invites === 'dry run' ? 'uiDryRunBegan' : 'uiDryRunEnded'));
    before.current = invites;
  }, [invites]);

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
