import { useEffect, useId } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import { hasOverlay, nextPresented, presentedScenario } from '../../model/presentation.ts';
import { say, scenarioName } from '../../texts.ts';
import { run } from '../commands.ts';
import { Switch } from '../components/Switch.tsx';
import { readShortcutKeys, shortcutKeys } from '../shortcutKeys.ts';

/** For an audience: the overlay on the page, and the scenario that it and the presenter's keys are about. */
export function PresentCard({ snapshot }: { readonly snapshot: Snapshot }) {
  const { tabId, scenarios, simulation } = snapshot;
  const isOn = hasOverlay(simulation);
  const id = useId();

  useEffect(() => {
    readShortcutKeys().catch((error: unknown) => console.warn('No shortcuts are shown.', error));
  }, []);

  const presented = presentedScenario(scenarios, simulation);
  const next = nextPresented(scenarios, simulation);
  const { 'fire-presented': fireKey, 'present-next': nextKey } = shortcutKeys.value;
  return (
    <section class="card present" aria-labelledby={`${id}-title`}>
      <div class="card-head">
        <h2 id={`${id}-title`}>{say('uiPresent')}</h2>
        <Switch
          label={say('uiOverlaySwitch')}
          isOn={isOn}
          onToggle={() => void run({ command: 'set overlay', tabId, isOn: !isOn })}
        />
      </div>
      <p class="muted">{say('uiOverlayExplained')}</p>
      {presented && next && (
        <div class="presented-line">
          <p>
            {say('uiPresented', scenarioName(presented))}
            {fireKey && <span class="muted"> · {say('uiPresentFireKey', fireKey)}</span>}
          </p>
          <button
            type="button"
            class="link-button"
            data-action="present-next"
            title={nextKey && say('uiShortcut', nextKey)}
            onClick={() => void run({ command: 'present', tabId, scenarioId: next.id })}
          >
            {say('uiPresentNext')}
          </button>
        </div>
      )}
    </section>
  );
}
