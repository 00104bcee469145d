import type { Snapshot } from '../../messages/snapshot.ts';
import { say } from '../../texts.ts';
import { run } from '../commands.ts';
import { Notice } from '../components/Notice.tsx';

/** For a page without a widget: offers a stand-in, or says that one is there. */
export function StandInNotice({
  snapshot: { tabId, site, widget },
}: {
  readonly snapshot: Snapshot;
}) {
  if (widget?.state === 'none') {
    return (
      <Notice tone="plain">
        <p>{say('uiNoWidgetNotice')}</p>
        {site.state === 'on' && (
          <button
            type="button"
            data-action="stand-in"
            onClick={() => void run({ command: 'put in stand-in', tabId })}
          >
            {say('uiPutInStandIn')}
          </button>
        )}
      </Notice>
    );
  }
  if (widget?.state !== 'ready' || !widget.isStandIn) return null;
  return (
    <Notice tone="plain">
      <p>{say('uiStandInExplained')}</p>
      <button type="button" onClick={() => void run({ command: 'reload', tabId })}>
        {say('uiTakeOutStandIn')}
      </button>
    </Notice>
  );
}
