import { undoAll } from '../../patches.ts';
import type { Override } from '../override.ts';
import { overrideGeolocation } from './geolocation.ts';
import { overrideLanguage } from './language.ts';
import { overrideRequests } from './requests/index.ts';

/** The visitor's country, by position, by the services that sites ask for it, and by language. Headers are the background's. */
export const country: Override = ({ visitor }, dial) => {
  if (!visitor.country) return null;
  const { language } = visitor.country;
  return undoAll([
    overrideRequests(visitor.country, dial),
    overrideGeolocation(visitor.country, dial),
    ...(language === undefined ? [] : [overrideLanguage(language)]),
  ]);
};
