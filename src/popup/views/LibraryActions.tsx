import { useState } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import { say } from '../../texts.ts';
import { IMPORT_FRAGMENT } from '../openPlaces.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';

/** Brings packs out of the library and into it. */
export function LibraryActions({ snapshot }: { readonly snapshot: Snapshot }) {
  const [doing, setDoing] = useState<'export' | 'import' | null>(() =>
    location.hash === IMPORT_FRAGMENT ? 'import' : null,
  );
  const done = () => setDoing(null);
  return (
    <>
      <button type="button" data-action="export" onClick={() => setDoing('export')}>
        {say('uiExport')}
      </button>
      <button type="button" data-action="import" onClick={() => setDoing('import')}>
        {say('uiImport')}
      </button>
      {doing === 'export' && <ExportDialog snapshot={snapshot} onClose={done} />}
      {doing === 'import' && <ImportDialog snapshot={snapshot} onClose={done} />}
    </>
  );
}
