import { useId, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import type { Evidence } from '../../model/evidence/evidence.ts';
import { evidenceHtml } from '../../model/evidence/html.ts';
import { evidenceJson } from '../../model/evidence/json.ts';
import { type RecordedRun, recordRun } from '../../model/runs/record.ts';
import { type MessageKey, text } from '../../model/text.ts';
import { say, words } from '../../texts.ts';
import { announce } from '../announcements.ts';
import { openProblems } from '../commands.ts';
import { evidenceOf, messageOf, pictureOf } from '../evidence.ts';
import { fileName, saveFile } from '../saveFile.ts';
import { SaveRunDialog } from './SaveRunDialog.tsx';

interface Form {
  readonly extension: string;
  readonly type: string;
  readonly label: MessageKey;
  readonly write: (evidence: Evidence, tabId: number) => string | Promise<string>;
}

const FORMS: readonly Form[] = [
  {
    extension: 'json',
    type: 'application/json',
    label: 'uiSaveJson',
    write: evidenceJson,
  },
  {
    extension: 'html',
    type: 'text/html',
    label: 'uiSavePage',
    write: async (evidence, tabId) => evidenceHtml(evidence, await pictureOf(tabId), words),
  },
];

/** Saves the evidence as a file, in the form that is chosen; or what has happened, to be played again. */
export function SaveEvidence({ snapshot }: { readonly snapshot: Snapshot }) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);

  const [recorded, setRecorded] = useState<RecordedRun | null>(null);

  function record(): void {
    menu.current?.hidePopover();
    const { report, simulation, timeline } = snapshot;
    openProblems.value = [];
    if (!report) {
      openProblems.value = [{ text: text('problemPageUnreached') }];
      return;
    }
    const recording = recordRun({ simulation, timeline, facts: report.facts });
    if ('problem' in recording) openProblems.value = [{ text: recording.problem }];
    else setRecorded(recording.run);
  }

  async function save({ extension, type, write }: Form): Promise<void> {
    menu.current?.hidePopover();
    openProblems.value = [];
    try {
      const evidence = await evidenceOf(snapshot);
      const name = fileName(evidence.page.address, evidence.at, extension);
      saveFile(name, type, await write(evidence, snapshot.tabId));
      announce(say('uiSaved', name));
    } catch (error) {
      openProblems.value = [{ text: text('uiEvidenceFailed', messageOf(error)) }];
    }
  }

  return (
    <>
      <button type="button" class="save" popovertarget={id}>
        {say('uiSaveAs')}
      </button>
      <div id={id} ref={menu} popover="auto" class="save-forms">
        {FORMS.map((form) => (
          <button
            key={form.extension}
            type="button"
            data-form={form.extension}
            onClick={() => void save(form)}
          >
            {say(form.label)}
          </button>
        ))}
        <button type="button" data-action="save-run" onClick={record}>
          {say('uiSaveRun')}
        </button>
      </div>
      {recorded && (
        <SaveRunDialog recorded={recorded} runs={snapshot.runs} onClose={() => setRecorded(null)} />
      )}
    </>
  );
}
