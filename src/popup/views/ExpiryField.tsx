import { type Expiry, expiries, type Settings } from '../../messages/settings.ts';
import { say } from '../../texts.ts';
import { run } from '../commands.ts';
import { SelectField } from '../components/Field.tsx';

function inWords(minutes: Expiry): string {
  if (minutes === null) return say('uiExpiryNever');
  return minutes < 60 ? say('uiExpiryMinutes', minutes) : say('uiExpiryHours', minutes / 60);
}

const OPTIONS = expiries.map((minutes) => ({ value: String(minutes), label: inWords(minutes) }));

const timeOfDay = (at: number): string =>
  new Date(at).toLocaleTimeString(undefined, { timeStyle: 'short' });

/** After how long a simulation ends by itself, and when this one does. */
export const ExpiryField = ({
  settings,
  endsAt,
}: {
  readonly settings: Settings;
  /** ms since 1970; null if it does not. */
  readonly endsAt: number | null;
}) => (
  <SelectField
    label={say('uiExpiry')}
    path="expiry"
    problem={null}
    note={endsAt !== null && say('uiEndsAt', timeOfDay(endsAt))}
    value={String(settings.expiryMinutes)}
    options={OPTIONS}
    onChoose={(chosen) => {
      const expiryMinutes = expiries.find((minutes) => String(minutes) === chosen);
      if (expiryMinutes !== undefined) {
        void run({ command: 'change settings', settings: { expiryMinutes } });
      }
    }}
  />
);
