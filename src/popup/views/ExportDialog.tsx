import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import { isBuiltIn } from '../../model/library/library.ts';
import { writePack } from '../../model/pack/write.ts';
import { say, scenarioName } from '../../texts.ts';
import { Dialog } from '../components/Dialog.tsx';
import { Checkbox } from '../components/Field.tsx';

const FILE_NAME = 'trigger-simulator-pack.json';

/** An address from which a text can be saved, for as long as it is shown. */
function useFileOf(written: string): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([written], { type: 'application/json' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [written]);
  return address;
}

interface ItemsProps {
  readonly kind: 'scenario' | 'visitor' | 'run';
  readonly items: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

const Items = ({ kind, items, chosen, onChoose }: ItemsProps) => (
  <div class="pack-items">
    {items.map(({ id, label }) => (
      <Checkbox
        key={id}
        label={label}
        path={`${kind} ${id}`}
        isChecked={chosen.includes(id)}
        onToggle={(isChecked) =>
          onChoose([...chosen.filter((other) => other !== id), ...(isChecked ? [id] : [])])
        }
      />
    ))}
  </div>
);

interface ExportDialogProps {
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
}

/** Makes a pack of what the tester chooses. What is their own is chosen to begin with. */
export function ExportDialog({ snapshot, onClose }: ExportDialogProps) {
  const { scenarios, visitors, runs, edited } = snapshot;
  const isOwn = (id: string) => !isBuiltIn(id) || edited.includes(id);
  const named = scenarios.map((scenario) => ({ id: scenario.id, label: scenarioName(scenario) }));
  const own = named.filter(({ id }) => isOwn(id));
  const builtIn = named.filter(({ id }) => !isOwn(id));
  const [scenarioIds, setScenarioIds] = useState(() => own.map(({ id }) => id));
  const [visitorIds, setVisitorIds] = useState(() => visitors.map(({ id }) => id));
  const [runIds, setRunIds] = useState(() => runs.map(({ id }) => id));
  const [told, setTold] = useState('');

  const written = useMemo(
    () =>
      writePack({
        scenarios: scenarios.filter(({ id }) => scenarioIds.includes(id)),
        visitors: visitors.filter(({ id }) => visitorIds.includes(id)),
        runs: runs.filter(({ id }) => runIds.includes(id)),
      }),
    [scenarios, visitors, runs, scenarioIds, visitorIds, runIds],
  );
  const file = useFileOf(written);
  const isEmpty = scenarioIds.length + visitorIds.length + runIds.length === 0;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(written);
      setTold(say('uiPackCopied'));
    } catch (error) {
      console.warn('The browser did not allow to copy.', error);
      setTold(say('uiCopyRefused'));
    }
  }
  const scenarioItems = {
    kind: 'scenario',
    chosen: scenarioIds,
    onChoose: (ids: readonly string[]) => setScenarioIds([...ids]),
  } as const;
  return (
    <Dialog name="export" title={say('uiExportTitle')} onClose={onClose}>
      {() => (
        <>
          <div class="dialog-body">
            <p class="muted">{say('uiExportNote')}</p>
            {own.length > 0 && (
              <fieldset>
                <legend>{say('uiExportOwn')}</legend>
                <Items {...scenarioItems} items={own} />
              </fieldset>
            )}
            {visitors.length > 0 && (
              <fieldset>
                <legend>{say('uiSavedVisitors')}</legend>
                <Items
                  kind="visitor"
                  items={visitors.map(({ id, name }) => ({ id, label: name }))}
                  chosen={visitorIds}
                  onChoose={(ids) => setVisitorIds([...ids])}
                />
              </fieldset>
            )}
            {runs.length > 0 && (
              <fieldset>
                <legend>{say('uiRuns')}</legend>
                <Items
                  kind="run"
                  items={runs.map(({ id, name }) => ({ id, label: name }))}
                  chosen={runIds}
                  onChoose={(ids) => setRunIds([...ids])}
                />
              </fieldset>
            )}
            {builtIn.length > 0 && (
              <details open={own.length + visitors.length + runs.length === 0}>
                <summary>{say('uiExportBuiltIn')}</summary>
                <Items {...scenarioItems} items={builtIn} />
              </details>
            )}
          </div>
          <footer>
            <p class="muted" role="status">
              {isEmpty ? say('uiNothingChosen') : told}
            </p>
            <button type="button" disabled={isEmpty} onClick={() => void copy()}>
              {say('uiCopyAsText')}
            </button>
            {isEmpty || file === null ? (
              <button type="button" class="primary" disabled>
                {say('uiSaveFile')}
              </button>
            ) : (
              <a class="button primary" href={file} download={FILE_NAME}>
                {say('uiSaveFile')}
              </a>
            )}
          </footer>
        </>
      )}
    </Dialog>
  );
}
