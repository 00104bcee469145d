import { useId } from 'preact/hooks';
import { say } from '../../texts.ts';
import { TextField } from '../components/Field.tsx';
import { OverrideCard } from '../components/OverrideCard.tsx';
import { countryOptions } from '../knownCountries.ts';
import { withCountryName } from '../visitorDraft.ts';
import { answerPaths, CountryAnswers } from './CountryAnswers.tsx';
import type { VisitorFields } from './visitorFields.ts';

/** The fields of the card, by the paths of their problems. */
export const countryPaths = [
  'country.name',
  'country.latitude',
  'country.longitude',
  ...answerPaths,
] as const;

/** Where the visitor is, for geolocation and for the services that sites ask for a country. */
export function CountryCard({ draft, problemOf, onChange }: VisitorFields) {
  const listId = useId();
  return (
    <OverrideCard
      name="country"
      title={say('uiCountry')}
      options={[
        { value: 'real', label: say('uiReal') },
        { value: 'set', label: say('uiSet') },
      ]}
      value={draft.country}
      onChoose={(country) => onChange({ country })}
    >
      {draft.country === 'set' && (
        <>
          <div class="place">
            <TextField
              label={say('uiCountryName')}
              path="country.name"
              problem={problemOf('country.name')}
              list={listId}
              value={draft.countryName}
              onInput={(name) => onChange(withCountryName(draft, name))}
            />
            <TextField
              label={say('uiLatitude')}
              path="country.latitude"
              problem={problemOf('country.latitude')}
              inputMode="decimal"
              value={draft.latitude}
              onInput={(latitude) => onChange({ latitude })}
            />
            <TextField
              label={say('uiLongitude')}
              path="country.longitude"
              problem={problemOf('country.longitude')}
              inputMode="decimal"
              value={draft.longitude}
              onInput={(longitude) => onChange({ longitude })}
            />
          </div>
          <datalist id={listId}>
            {countryOptions().map(({ value, label }) => (
              <option key={value} value={value} label={label} />
            ))}
          </datalist>
          <CountryAnswers draft={draft} problemOf={problemOf} onChange={onChange} />
        </>
      )}
    </OverrideCard>
  );
}
