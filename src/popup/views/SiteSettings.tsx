import { useId } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import { say } from '../../texts.ts';
import { run } from '../commands.ts';
import { FirstSteps } from '../components/FirstSteps.tsx';

/** What the tester says of a site, for all its tabs and for good, and the way to the first steps. */
export function SiteSettings({
  snapshot: { tabId, isProduction },
}: {
  readonly snapshot: Snapshot;
}) {
  const id = useId();
  const mark = (isMarked: boolean) =>
    void run({ command: 'mark production', tabId, isProduction: isMarked });
  return (
    <details class="site-settings">
      <summary>{say('uiSiteSettings')}</summary>
      <div class="site-menu">
        <label class="checkbox">
          <input
            type="checkbox"
            name="production"
            checked={isProduction}
            aria-describedby={id}
            onChange={(event) => mark(event.currentTarget.checked)}
          />
          {say('uiProductionMark')}
        </label>
        <p class="note" id={id}>
          {say('uiProductionExplained')}
        </p>
        <FirstSteps />
      </div>
    </details>
  );
}
