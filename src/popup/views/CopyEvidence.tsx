import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../messages/snapshot.ts';
import { evidenceMarkdown } from '../../model/evidence/markdown.ts';
import { text } from '../../model/text.ts';
import { say, words } from '../../texts.ts';
import { announce } from '../announcements.ts';
import { openProblems } from '../commands.ts';
import { evidenceOf, messageOf } from '../evidence.ts';

/** A text that could not be copied, and why. */
export interface Uncopied {
  readonly markdown: string;
  readonly why: string;
}

interface CopyEvidenceProps {
  readonly snapshot: Snapshot;
  readonly onUncopied: (uncopied: Uncopied | null) => void;
}

/** Copies the evidence for a bug report. */
export function CopyEvidence({ snapshot, onUncopied }: CopyEvidenceProps) {
  const [isCopied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    openProblems.value = [];
    onUncopied(null);
    setCopied(false);
    let markdown: string;
    try {
      markdown = evidenceMarkdown(await evidenceOf(snapshot), words);
    } catch (error) {
      openProblems.value = [{ text: text('uiEvidenceFailed', messageOf(error)) }];
      return;
    }
    try {
      await navigator.clipboard.writeText(markdown);
      setCopied(true);
      announce(say('uiCopied'));
    } catch (error) {
      onUncopied({ markdown, why: messageOf(error) });
    }
  }

  // The button says so for a moment, and then what it does again.
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  return (
    <button type="button" class="copy" data-copied={isCopied} onClick={() => void copy()}>
      {say(isCopied ? 'uiCopiedShort' : 'uiCopyAsMarkdown')}
    </button>
  );
}

/** The text that could not be copied, to be copied by hand. */
export function UncopiedText({ markdown, why }: Uncopied) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <div class="uncopied">
      <p id={id} class="problem" role="alert">
        {say('uiCopyFailed', why)}
      </p>
      <textarea
        ref={field}
        aria-label={say('uiCopyText')}
        aria-describedby={id}
        rows={6}
        readOnly
        value={markdown}
      />
    </div>
  );
}
