import { useState } from 'preact/hooks';
import {
  type PositionAnswer,
  positionAnswers,
  type ServiceAnswer,
  serviceAnswers,
} from '../../model/visitor/country.ts';
import { say } from '../../texts.ts';
import { Checkbox, SelectField, TextField } from '../components/Field.tsx';
import { knownCountry } from '../knownCountries.ts';
import { answersUnusually } from '../visitorDraft.ts';
import type { VisitorFields } from './visitorFields.ts';

const POSITION = 'country.geolocation.afterMs';
const SERVICES = 'country.services.afterMs';
const LANGUAGE = 'country.language';

/** The fields that can be wrong, by the paths of their problems. */
export const answerPaths = [POSITION, SERVICES, LANGUAGE] as const;

const positionLabels: Readonly<Record<PositionAnswer, string>> = {
  position: say('uiPositionFound'),
  denied: say('uiPositionDenied'),
  unavailable: say('uiPositionUnavailable'),
  timeout: say('uiPositionTimeout'),
};

const serviceLabels: Readonly<Record<ServiceAnswer, string>> = {
  country: say('uiServicesCountry'),
  'error 429': say('uiServices429'),
  'error 500': say('uiServices500'),
  malformed: say('uiServicesMalformed'),
};

const optionsOf = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: labels[value] }));

/** How a country is told: well or badly, at once or later, to servers too, and in which language. */
export function CountryAnswers({ draft, problemOf, onChange }: VisitorFields) {
  const [isOpened, setOpened] = useState(() => answersUnusually(draft));
  const hasProblem = answerPaths.some((path) => problemOf(path) !== null);
  const isInvented = (knownCountry(draft.countryName)?.code ?? null) === null;
  return (
    <details
      class="answers"
      open={isOpened || hasProblem}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
    >
      <summary>{say('uiHowItAnswers')}</summary>
      <fieldset class="answer" aria-label={say('uiPositionAnswer')}>
        <SelectField
          label={say('uiPositionAnswer')}
          path="country.geolocation.answer"
          problem={null}
          value={draft.positionAnswer}
          options={optionsOf(positionAnswers, positionLabels)}
          onChoose={(positionAnswer) => onChange({ positionAnswer })}
        />
        <TextField
          label={say('uiAnswerAfter')}
          path={POSITION}
          problem={problemOf(POSITION)}
          inputMode="decimal"
          value={draft.positionAfter}
          onInput={(positionAfter) => onChange({ positionAfter })}
        />
      </fieldset>
      <fieldset class="answer" aria-label={say('uiServicesAnswer')}>
        <SelectField
          label={say('uiServicesAnswer')}
          path="country.services.answer"
          problem={null}
          value={draft.servicesAnswer}
          options={optionsOf(serviceAnswers, serviceLabels)}
          onChoose={(servicesAnswer) => onChange({ servicesAnswer })}
        />
        <TextField
          label={say('uiAnswerAfter')}
          path={SERVICES}
          problem={problemOf(SERVICES)}
          inputMode="decimal"
          value={draft.servicesAfter}
          onInput={(servicesAfter) => onChange({ servicesAfter })}
        />
      </fieldset>
      <TextField
        label={say('uiLanguage')}
        path={LANGUAGE}
        problem={problemOf(LANGUAGE)}
        note={say('uiLanguageNote')}
        value={draft.language}
        onInput={(language) => onChange({ language })}
      />
      <Checkbox
        label={say('uiCdnHeaders')}
        path="country.cdnHeaders"
        isChecked={draft.cdnHeaders}
        onToggle={(cdnHeaders) => onChange({ cdnHeaders })}
      />
      {isInvented && <p class="note">{say('uiCdnHeadersNone')}</p>}
    </details>
  );
}
