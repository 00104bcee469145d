import type { CountryOverride } from '../model/visitor/country.ts';
import { endsWithLandingPage } from '../model/visitor/referrer.ts';
import type { OverrideName, Visitor } from '../model/visitor/visitor.ts';
import { isFirstVisit } from '../model/visitor/visits.ts';
import { overrideChips } from '../overrideChips.ts';
import { list, say } from '../texts.ts';

const POSITION = {
  position: null,
  denied: 'uiPositionDenied',
  unavailable: 'uiPositionUnavailable',
  timeout: 'uiPositionTimeout',
} as const;

const SERVICES = {
  country: null,
  'error 429': 'uiServices429',
  'error 500': 'uiServices500',
  malformed: 'uiServicesMalformed',
} as const;

function countryDetails({ geolocation, services, language, timeZone }: CountryOverride) {
  const position = POSITION[geolocation?.answer ?? 'position'];
  const answer = SERVICES[services?.answer ?? 'country'];
  return [
    ...(position ? [say(position)] : []),
    ...(answer ? [say(answer)] : []),
    ...(language === undefined ? [] : [language]),
    ...(timeZone === undefined ? [] : [timeZone]),
  ];
}

function detailsOf({ country, referrer, visits }: Visitor, name: OverrideName): readonly string[] {
  if (name === 'country' && country) return countryDetails(country);
  if (name === 'referrer' && referrer && !endsWithLandingPage(referrer))
    return [say('uiUntilReset')];
  if (name === 'visits' && visits && !isFirstVisit(visits))
    return [`${visits.store} ${visits.name}`];
  return [];
}

/** What one override of a visitor is, in more words than its chip has; `Real` if there is none. */
export function overrideWords(visitor: Visitor, name: OverrideName): string {
  const chip = overrideChips(visitor).find((one) => one.name === name);
  return chip ? list([chip.text, ...detailsOf(visitor, name)]) : say('uiReal');
}
