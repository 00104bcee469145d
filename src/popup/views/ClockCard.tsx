import { TextField } from '../components/Field.tsx';
import { OverrideCard } from '../components/OverrideCard.tsx';
import { say } from '../texts.ts';
import { localInstant } from '../visitorDraft.ts';
import { SkipLine } from './SkipLine.tsx';
import type { VisitorFields } from './visitorFields.ts';

interface ClockCardProps extends VisitorFields {
  readonly tabId: number;
  readonly skipsPageTimers: boolean;
}

/** When it is for the visitor, and time to skip. */
export const ClockCard = ({
  draft,
  problemOf,
  onChange,
  tabId,
  skipsPageTimers,
}: ClockCardProps) => (
  <OverrideCard
    name="clock"
    title={say('uiClock')}
    options={[
      { value: 'real', label: say('uiReal') },
      { value: 'set', label: say('uiSet') },
    ]}
    value={draft.clock}
    onChoose={(clock) =>
      onChange({
        clock,
        ...(clock === 'set' && draft.clockAt === '' && { clockAt: localInstant(new Date()) }),
      })
    }
  >
    {draft.clock === 'set' && (
      <TextField
        label={say('uiClockAt')}
        hidesLabel
        path="clock.at"
        problem={problemOf('clock.at')}
        note={say('uiClockNote')}
        value={draft.clockAt}
        onInput={(clockAt) => onChange({ clockAt })}
      />
    )}
    <SkipLine tabId={tabId} />
    {!skipsPageTimers && <p class="note">{say('uiSkipNote')}</p>}
  </OverrideCard>
);
