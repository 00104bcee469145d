import { useId } from 'preact/hooks';
import { say } from '../../texts.ts';
import { LongTextField } from '../components/Field.tsx';
import { IMPORT_FRAGMENT, openAsPage } from '../openPlaces.ts';
import { place } from '../place.ts';

/** Firefox closes a popup as soon as a dialog of the system opens. */
const losesFiles = import.meta.env.MODE === 'firefox' && place === 'popup';

interface PackSourceProps {
  readonly tabId: number;
  readonly typed: string;
  readonly onFile: (file: Blob) => void;
  readonly onText: (json: string) => void;
}

/** Where a pack comes from: a file, or text. */
export function PackSource({ tabId, typed, onFile, onText }: PackSourceProps) {
  const id = useId();
  return (
    <>
      <p class="muted">{say('uiImportNote')}</p>
      {losesFiles ? (
        <div class="field">
          <button type="button" onClick={() => void openAsPage(tabId, IMPORT_FRAGMENT)}>
            {say('uiImportInTab')}
          </button>
          <p class="note">{say('uiImportInTabNote')}</p>
        </div>
      ) : (
        <div class="field">
          <label for={id}>{say('uiImportFile')}</label>
          <input
            id={id}
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) onFile(file);
            }}
          />
        </div>
      )}
      <LongTextField
        label={say('uiImportText')}
        path="pack"
        problem={null}
        value={typed}
        onInput={onText}
      />
    </>
  );
}
