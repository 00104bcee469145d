import { useMemo, useState } from 'preact/hooks';
import type { CommandAnswer } from '../../messages/command.ts';
import type { Snapshot } from '../../messages/snapshot.ts';
import { inverseOf } from '../../model/library/change.ts';
import { MAX_PACK_LENGTH } from '../../model/pack/pack.ts';
import { type PackProblem, readPack } from '../../model/pack/read.ts';
import { text } from '../../model/text.ts';
import { say, words } from '../../texts.ts';
import { send } from '../commands.ts';
import { Dialog } from '../components/Dialog.tsx';
import { changeFrom, keysOf, type PackPlan, planOf } from '../packPlan.ts';
import { placeWords } from '../packWords.ts';
import { offerUndo } from '../undoable.ts';
import { PackChanges } from './PackChanges.tsx';
import { PackSource } from './PackSource.tsx';

/** So much of a file is read; longer ones are refused by their length, whatever signs they are of. */
const MOST_BYTES = MAX_PACK_LENGTH * 4;

interface ImportDialogProps {
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
}

const Problems = ({ problems }: { readonly problems: readonly PackProblem[] }) => (
  <div class="pack-problems">
    <p>{say('uiImportBroken')}</p>
    <ol>
      {problems.map((problem) => (
        <li key={`${problem.line} ${problem.column} ${problem.text.key}`}>
          <strong>{placeWords(problem)}</strong>
          <br />
          {words(problem.text)}
        </li>
      ))}
    </ol>
  </div>
);

function importLabel(count: number): string {
  if (count === 0) return say('uiImportNothing');
  return count === 1 ? say('uiImportItem') : say('uiImportItems', count);
}

/** Reads a pack, shows what it would change, and imports what of it is chosen: nothing before that button. */
export function ImportDialog({ snapshot, onClose }: ImportDialogProps) {
  /** Null while there is none yet. A file may be empty. */
  const [written, setWritten] = useState<string | null>(null);
  /** What was typed or pasted, to be mended there. */
  const [typed, setTyped] = useState('');
  const [left, setLeft] = useState<readonly string[]>([]);
  const [answer, setAnswer] = useState<CommandAnswer>([]);
  const reading = useMemo(() => (written === null ? null : readPack(written)), [written]);
  const { scenarios, visitors, runs } = snapshot;
  const plan = useMemo<PackPlan | null>(
    () =>
      reading && 'pack' in reading ? planOf(reading.pack, { scenarios, visitors, runs }) : null,
    [reading, scenarios, visitors, runs],
  );
  const chosen = plan ? keysOf(plan).filter((key) => !left.includes(key)) : [];

  function begin(json: string, isTyped: boolean): void {
    setWritten(isTyped && json.trim() === '' ? null : json);
    setTyped(isTyped ? json : '');
    setLeft([]);
    setAnswer([]);
  }
  async function beginWith(file: Blob): Promise<void> {
    try {
      begin(await file.slice(0, MOST_BYTES).text(), false);
    } catch (error) {
      begin('', true);
      setAnswer([{ text: text('uiFileUnreadable', String(error)) }]);
    }
  }
  async function bringIn(close: () => void): Promise<void> {
    if (!plan) return;
    const change = changeFrom(plan, chosen);
    const undo = { command: 'import pack', change: inverseOf(change, snapshot) } as const;
    const problems = await send({ command: 'import pack', change });
    setAnswer(problems);
    if (problems.length > 0) return;
    close();
    offerUndo({ sentence: say('uiImported', chosen.length), undo });
  }
  return (
    <Dialog name="import" title={say('uiImportTitle')} onClose={onClose}>
      {(close) => (
        <>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut for the file field. */}
          <div
            class="dialog-body"
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              const [file] = event.dataTransfer?.files ?? [];
              if (file) void beginWith(file);
              else begin(event.dataTransfer?.getData('text') ?? '', true);
            }}
          >
            {plan ? (
              <PackChanges
                plan={plan}
                chosen={chosen}
                onChoose={(keys) => setLeft(keysOf(plan).filter((key) => !keys.includes(key)))}
              />
            ) : (
              <PackSource
                tabId={snapshot.tabId}
                onFile={(file) => void beginWith(file)}
                typed={typed}
                onText={(json) => begin(json, true)}
              />
            )}
            <div role="alert">
              {reading && 'problems' in reading && <Problems problems={reading.problems} />}
              {answer.map(({ text }) => (
                <p key={words(text)} class="problem">
                  {words(text)}
                </p>
              ))}
            </div>
          </div>
          <footer>
            {plan && (
              <button type="button" class="link-button" onClick={() => begin('', true)}>
                {say('uiImportOther')}
              </button>
            )}
            <span class="spring" />
            <button type="button" onClick={close}>
              {say('uiCancel')}
            </button>
            <button
              type="button"
              class="primary"
              disabled={chosen.length === 0}
              onClick={() => void bringIn(close)}
            >
              {importLabel(chosen.length)}
            </button>
          </footer>
        </>
      )}
    </Dialog>
  );
}
