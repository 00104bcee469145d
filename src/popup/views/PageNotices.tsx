import type { Snapshot } from '../../messages/snapshot.ts';
import type { MessageKey } from '../../model/text.ts';
import { activeOverrides } from '../../model/visitor/visitor.ts';
import { say } from '../../texts.ts';
import { run } from '../commands.ts';
import { Notice } from '../components/Notice.tsx';

/** Why the page has to be loaded anew; null if it need not be. */
function reasonToReload({ site, report, simulation }: Snapshot): MessageKey | null {
  if (site.state === 'reload needed') return 'uiReloadNeeded';
  if (site.state === 'outdated') return 'uiOutdated';
  const isLate = report?.delivery === 'late' && activeOverrides(simulation.visitor).length > 0;
  return isLate ? 'uiAppliedLate' : null;
}

/** What keeps the page from being simulated as it is shown. */
export function PageNotices({ snapshot }: { readonly snapshot: Snapshot }) {
  const reason = reasonToReload(snapshot);
  if (!reason) return null;
  return (
    <Notice tone="waiting">
      <p>{say(reason)}</p>
      <button type="button" onClick={() => void run({ command: 'reload', tabId: snapshot.tabId })}>
        {say('uiReload')}
      </button>
    </Notice>
  );
}
