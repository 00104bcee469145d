import { useId } from 'preact/hooks';
import type { RealWorkers } from '../../model/report.ts';
import type { Text } from '../../model/text.ts';
import { FASTEST, SLOWEST } from '../../model/visitor/clock.ts';
import { timeZoneOf } from '../../model/visitor/visitor.ts';
import { say } from '../../texts.ts';
import type { ClockDraft } from '../clockDraft.ts';
import { TextField } from '../components/Field.tsx';
import { OverrideCard } from '../components/OverrideCard.tsx';
import { Problem } from '../components/Problem.tsx';
import { stepOnArrows } from '../stepOnArrows.ts';
import { localTime, realTimeZone, timeZones } from '../timeZones.ts';
import { visitorFrom } from '../visitorDraft.ts';
import { SkipLine } from './SkipLine.tsx';
import type { VisitorFields } from './visitorFields.ts';

interface SpeedFieldProps {
  readonly problem: Text | null;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A number, and behind it what it is. */
function SpeedField({ problem, value, onInput }: SpeedFieldProps) {
  const id = useId();
  return (
    <div>
      <div class="speed">
        <input
          id={id}
          type="text"
          name="clock.speed"
          inputMode="decimal"
          autocomplete="off"
          aria-invalid={problem !== null}
          aria-describedby={problem ? `${id}-problem` : undefined}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <label for={id}>{say('uiClockSpeed', SLOWEST, FASTEST)}</label>
      </div>
      <Problem id={`${id}-problem`} problem={problem} />
    </div>
  );
}

interface ClockCardProps extends VisitorFields {
  readonly tabId: number;
  readonly skipsPageTimers: boolean;
  /** Why there are workers of the page that its clock does not reach. */
  readonly realWorkers: readonly RealWorkers[];
}

/** When it is for the visitor, how fast time passes, and time to skip. */
export function ClockCard({
  draft,
  problemOf,
  onChange,
  tabId,
  skipsPageTimers,
  realWorkers,
}: ClockCardProps) {
  const listId = useId();
  const isSet = draft.clock !== 'real';
  const { country } = visitorFrom(draft);
  const countryZone = country && timeZoneOf({ country });

  function choose(clock: ClockDraft['clock']): void {
    const begins = !isSet && draft.clockAt === '';
    onChange({
      clock,
      ...(begins && {
        clockAt: localTime(Date.now(), timeZoneOf(visitorFrom({ ...draft, clock }))),
      }),
    });
  }

  return (
    <OverrideCard
      name="clock"
      title={say('uiClock')}
      options={[
        { value: 'real', label: say('uiReal') },
        { value: 'running', label: say('uiClockRunning') },
        { value: 'stopped', label: say('uiClockStopped') },
        { value: 'speed', label: say('uiClockAtSpeed') },
      ]}
      value={draft.clock}
      onChoose={choose}
    >
      {draft.clock === 'speed' && (
        <SpeedField
          problem={problemOf('clock.speed')}
          value={draft.clockSpeed}
          onInput={(clockSpeed) => onChange({ clockSpeed })}
        />
      )}
      {draft.clock === 'stopped' && <p class="note">{say('uiClockStoppedNote')}</p>}
      {isSet && (
        <>
          <div class="side-by-side">
            <TextField
              label={say('uiClockAt')}
              path="clock.at"
              problem={problemOf('clock.at')}
              note={say('uiClockNote')}
              placeholder="2026-12-24 18:00"
              value={draft.clockAt}
              onInput={(clockAt) => onChange({ clockAt })}
              onKeyDown={stepOnArrows}
            />
            <TextField
              label={say('uiTimeZone')}
              path="clock.timeZone"
              problem={problemOf('clock.timeZone')}
              note={
                countryZone
                  ? say('uiTimeZoneOfCountry', countryZone)
                  : say('uiTimeZoneReal', realTimeZone())
              }
              placeholder={countryZone ?? realTimeZone()}
              list={listId}
              value={draft.clockZone}
              onInput={(clockZone) => onChange({ clockZone })}
            />
          </div>
          <datalist id={listId}>
            {timeZones().map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
      <SkipLine tabId={tabId} />
      {!skipsPageTimers && <p class="note">{say('uiSkipNote')}</p>}
      {realWorkers.map((why) => (
        <p key={why} class="note">
          {say(`uiRealWorkers_${why}`)}
        </p>
      ))}
    </OverrideCard>
  );
}
