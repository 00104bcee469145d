import type { Snapshot } from '../../messages/snapshot.ts';
import { hasOverlay } from '../../model/presentation.ts';
import type { WidgetState } from '../../model/report.ts';
import type { MessageKey } from '../../model/text.ts';
import { overrideChips } from '../../overrideChips.ts';
import type { Tone } from '../../statusWords.ts';
import { say, words } from '../../texts.ts';
import { run } from '../commands.ts';
import { Pill } from '../components/Pill.tsx';
import { Switch } from '../components/Switch.tsx';
import { enableSite } from '../enableSite.ts';
import type { KnownSite } from '../knownSite.ts';
import { SiteSettings } from './SiteSettings.tsx';

const WIDGET: {
  readonly [S in WidgetState['state']]: { readonly key: MessageKey; readonly tone: Tone };
} = {
  none: { key: 'uiWidgetNone', tone: 'quiet' },
  loading: { key: 'uiWidgetLoading', tone: 'waiting' },
  ready: { key: 'uiWidgetReady', tone: 'good' },
  error: { key: 'uiWidgetError', tone: 'bad' },
};

function explanation(widget: WidgetState): string {
  switch (widget.state) {
    case 'none':
      return say('uiWidgetNoneExplained');
    case 'loading':
      return say('uiWidgetLoadingExplained');
    case 'ready':
      return say('uiWidgetReadyExplained');
    case 'error':
      return words(widget.text);
  }
}

function WidgetPill({ widget }: { readonly widget: WidgetState }) {
  const { key, tone } = WIDGET[widget.state];
  return <Pill tone={tone} state={widget.state} text={say(key)} title={explanation(widget)} />;
}

/** The site, its widget, and what its visitor is made to be. */
export function SiteHeader({
  snapshot,
  site,
}: {
  readonly snapshot: Snapshot;
  readonly site: KnownSite;
}) {
  const { tabId, widget, simulation, isProduction, invites } = snapshot;
  const chips = overrideChips(simulation.visitor);
  const isOn = site.state !== 'off';
  const isStandIn = widget?.state === 'ready' && widget.isStandIn === true;
  const isDryRun = isOn && invites === 'dry run';
  const isPresented = isOn && hasOverlay(simulation);
  const toggle = () =>
    void (isOn ? run({ command: 'disable site', tabId }) : enableSite(tabId, site.pattern));
  return (
    <header>
      <div class="site-line">
        <h1 title={site.host}>{site.host}</h1>
        {isOn && widget && <WidgetPill widget={widget} />}
        {isOn && <SiteSettings snapshot={snapshot} />}
        <Switch label={say('uiSiteSwitch', site.host)} isOn={isOn} onToggle={toggle} />
      </div>
      {(chips.length > 0 || isProduction || isDryRun || isStandIn || isPresented) && (
        <div class="chip-line">
          <ul class="chips" aria-label={say('uiOverrides')}>
            {isProduction && (
              <li class="chip production" data-chip="production">
                {say('uiProductionChip')}
              </li>
            )}
            {isDryRun && (
              <li class="chip dry" data-chip="dry run" title={say('uiDryRunExplained')}>
                {say('uiDryRunChip')}
              </li>
            )}
            {isStandIn && (
              <li class="chip" data-chip="stand-in" title={say('uiStandInExplained')}>
                {say('uiStandIn')}
              </li>
            )}
            {isPresented && (
              <li class="chip" data-chip="overlay" title={say('uiOverlayExplained')}>
                {say('uiOverlay')}
              </li>
            )}
            {chips.map(({ name, text }) => (
              <li key={name} class="chip" data-override={name} title={text}>
                {text}
              </li>
            ))}
          </ul>
          {(chips.length > 0 || isStandIn || isPresented) && (
            <button
              type="button"
              class="link-button"
              title={say('uiResetExplained')}
              onClick={() => void run({ command: 'set visitor', tabId, visitor: {} })}
            >
              {say('uiReset')}
            </button>
          )}
        </div>
      )}
    </header>
  );
}
