import type { Tone } from '../../statusWords.ts';

interface PillProps {
  readonly tone: Tone;
  /** The state that the pill tells, for scripts and styles. */
  readonly state: string;
  readonly text: string;
  readonly title?: string | undefined;
}

export const Pill = ({ tone, state, text, title }: PillProps) => (
  <span class={`pill ${tone}`} data-state={state} title={title}>
    {text}
  </span>
);
