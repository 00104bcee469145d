import { useId, useState } from 'preact/hooks';
import { LONGEST_SKIP } from '../../messages/page.ts';
import { fieldProblem } from '../../model/fields.ts';
import type { MessageKey, Text } from '../../model/text.ts';
import { run } from '../commands.ts';
import { Problem } from '../components/Problem.tsx';
import { numberFrom } from '../numberFrom.ts';
import { say } from '../texts.ts';

const AMOUNTS: readonly {
  readonly key: MessageKey;
  readonly amount: number;
  readonly ms: number;
}[] = [
  { key: 'uiSeconds', amount: 5, ms: 5_000 },
  { key: 'uiMinutes', amount: 1, ms: 60_000 },
  { key: 'uiHours', amount: 1, ms: 3_600_000 },
];

/** One's own amount, in seconds. */
const FIELD = { kind: 'number', initial: 15, min: 0.001, max: LONGEST_SKIP / 1000 } as const;

/** Lets time pass at once: usual amounts, and one's own. */
export function SkipLine({ tabId }: { readonly tabId: number }) {
  const [typed, setTyped] = useState(String(FIELD.initial));
  const [problem, setProblem] = useState<Text | null>(null);
  const id = useId();
  const skip = (ms: number) => void run({ command: 'skip', tabId, ms });

  function skipTyped(): void {
    const seconds = numberFrom(typed);
    const found = fieldProblem(FIELD, seconds);
    setProblem(found);
    if (!found) skip(seconds * 1000);
  }

  return (
    <div class="skip">
      <fieldset class="skip-line">
        <legend class="unseen">{say('uiSkip')}</legend>
        <span class="muted" aria-hidden="true">
          {say('uiSkip')}
        </span>
        {AMOUNTS.map(({ key, amount, ms }) => (
          <button key={key} type="button" onClick={() => skip(ms)}>
            {say(key, amount)}
          </button>
        ))}
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
      </fieldset>
      <Problem id={`${id}-problem`} problem={problem} />
    </div>
  );
}
