import type { WidgetState } from '../../model/report.ts';
import { say } from '../../texts.ts';
import { FirstSteps } from '../components/FirstSteps.tsx';
import { enableSite } from '../enableSite.ts';
import type { KnownSite } from '../knownSite.ts';

interface SiteOffProps {
  readonly tabId: number;
  readonly site: KnownSite;
  readonly widget: WidgetState | null;
}

/** Asks for access to a site, and says what for. */
export const SiteOff = ({ tabId, site, widget }: SiteOffProps) => (
  <div class="statement">
    <h2>{say('uiOffTitle')}</h2>
    <p>{say('uiOffWhy')}</p>
    {widget && (
      <p class="muted">{say(widget.state === 'none' ? 'uiOffNoWidget' : 'uiOffWidgetFound')}</p>
    )}
    <button type="button" class="primary" onClick={() => void enableSite(tabId, site.pattern)}>
      {say('uiEnableOn', site.host)}
    </button>
    <p class="muted">{say('uiOffBrowserAsks')}</p>
    <FirstSteps />
  </div>
);
