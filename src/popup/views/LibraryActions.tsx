import { useId, useState } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import { say } from '../../texts.ts';
import { run } from '../commands.ts';
import { ActionLink } from '../components/ActionLink.tsx';
import { Later } from '../components/Later.tsx';
import { IMPORT_FRAGMENT } from '../openPlaces.ts';

interface LibraryActionsProps {
  readonly snapshot: Snapshot;
  readonly onNew: () => void;
  readonly isPresenting: boolean;
  readonly onPresent: (isPresenting: boolean) => void;
}

/** What is done with the library as a whole: above its scenarios, for there may be hundreds. */
export function LibraryActions({ snapshot, onNew, isPresenting, onPresent }: LibraryActionsProps) {
  const { site, edited, removed } = snapshot;
  const [doing, setDoing] = useState<'export' | 'import' | null>(() =>
    location.hash === IMPORT_FRAGMENT ? 'import' : null,
  );
  const cardId = useId();
  const presents = site.state === 'on' && isPresenting;
  function done(): void {
    setDoing(null);
    // It is done once, not each time that this is shown anew.
    if (location.hash === IMPORT_FRAGMENT)
      history.replaceState(null, '', location.pathname + location.search);
  }
  return (
    <>
      <div class="actions library-actions">
        <ActionLink name="new" label={say('uiNewScenario')} onAct={onNew} />
        <ActionLink name="import" label={say('uiImport')} onAct={() => setDoing('import')} />
        <ActionLink name="export" label={say('uiExport')} onAct={() => setDoing('export')} />
        {site.state === 'on' && (
          <ActionLink
            name="present"
            label={say('uiPresentAction')}
            opens={{ id: cardId, isOpen: presents }}
            onAct={() => onPresent(!isPresenting)}
          />
        )}
        {removed.length + edited.length > 0 && (
          <ActionLink
            name="restore"
            label={say('uiRestoreBuiltIns')}
            onAct={() => void run({ command: 'reset built-ins', scenarioId: null })}
          />
        )}
      </div>
      <div id={cardId} hidden={!presents}>
        {presents && <Later>{({ PresentCard }) => <PresentCard snapshot={snapshot} />}</Later>}
      </div>
      {doing === 'export' && (
        <Later>{({ ExportDialog }) => <ExportDialog snapshot={snapshot} onClose={done} />}</Later>
      )}
      {doing === 'import' && (
        <Later>{({ ImportDialog }) => <ImportDialog snapshot={snapshot} onClose={done} />}</Later>
      )}
    </>
  );
}
