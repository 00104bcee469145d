import { useEffect, useId, useState } from 'preact/hooks';
import { LONGEST_SKIP, type Skip } from '../../messages/page.ts';
import { type ShortcutName, shortcutSkips } from '../../messages/shortcuts.ts';
import { fieldProblem } from '../../model/fields.ts';
import type { Text } from '../../model/text.ts';
import { say } from '../../texts.ts';
import { run } from '../commands.ts';
import { Problem } from '../components/Problem.tsx';
import { numberFrom } from '../numberFrom.ts';
import { readShortcutKeys, shortcutKeys } from '../shortcutKeys.ts';

/** One's own amount, in seconds. */
const FIELD = { kind: 'number', initial: 15, min: 0.001, max: LONGEST_SKIP / 1000 } as const;

interface SkipButtonProps {
  readonly label: string;
  /** What the label does not say. */
  readonly explanation?: string;
  readonly shortcut?: ShortcutName;
  readonly isPrimary?: boolean;
  readonly onClick: () => void;
}

function SkipButton({ label, explanation, shortcut, isPrimary, onClick }: SkipButtonProps) {
  const keys = shortcut && shortcutKeys.value[shortcut];
  const title = [explanation, keys && say('uiShortcut', keys)].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      class={isPrimary ? 'primary' : undefined}
      title={title || undefined}
      data-skip={shortcut}
      onClick={onClick}
    >
      {label}
    </button>
  );
}

/** Lets time pass at once: usual amounts, one's own, to the next timer, and to the trigger. */
export function SkipLine({ tabId }: { readonly tabId: number }) {
  const [typed, setTyped] = useState(String(FIELD.initial));
  const [problem, setProblem] = useState<Text | null>(null);
  const id = useId();
  const skip = (wanted: Skip) => void run({ command: 'skip', tabId, ...wanted });

  useEffect(() => {
    readShortcutKeys().catch((error: unknown) => console.warn('No shortcuts are shown.', error));
  }, []);

  function skipTyped(): void {
    const seconds = numberFrom(typed);
    const found = fieldProblem(FIELD, seconds);
    setProblem(found);
    if (!found) skip({ ms: seconds * 1000 });
  }

  return (
    <div class="skip">
      <fieldset class="skip-line">
        <legend class="unseen">{say('uiSkip')}</legend>
        <span class="muted" aria-hidden="true">
          {say('uiSkip')}
        </span>
        <SkipButton label={say('uiSeconds', 5)} onClick={() => skip({ ms: 5_000 })} />
        <SkipButton
          label={say('uiMinutes', 1)}
          shortcut="skip-minute"
          onClick={() => skip(shortcutSkips['skip-minute'])}
        />
        <SkipButton label={say('uiHours', 1)} onClick={() => skip({ ms: 3_600_000 })} />
        <span class="own-amount">
          <input
            type="text"
            name="skip.seconds"
            inputMode="decimal"
            autocomplete="off"
            aria-label={say('uiSkipSeconds')}
            aria-invalid={problem !== null}
            aria-describedby={problem ? `${id}-problem` : undefined}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // Enter would apply the visitor, whose form this is part of.
              event.preventDefault();
              skipTyped();
            }}
          />
          <span class="muted" aria-hidden="true">
            {say('uiSecondsUnit')}
          </span>
          <button type="button" onClick={skipTyped}>
            {say('uiSkip')}
          </button>
        </span>
        <span class="skip-far">
          <SkipButton
            label={say('uiSkipToNextTimer')}
            explanation={say('uiSkipToNextTimerExplained')}
            shortcut="skip-to-next-timer"
            onClick={() => skip(shortcutSkips['skip-to-next-timer'])}
          />
          <SkipButton
            label={say('uiSkipToTrigger')}
            explanation={say('uiSkipToTriggerExplained')}
            shortcut="skip-to-trigger"
            isPrimary
            onClick={() => skip(shortcutSkips['skip-to-trigger'])}
          />
        </span>
      </fieldset>
      <Problem id={`${id}-problem`} problem={problem} />
    </div>
  );
}
