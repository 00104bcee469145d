import type { CountryOverride } from '../../../../../model/visitor/country.ts';
import { type Undo, undoAll } from '../../../patches.ts';
import type { Dial } from '../../../time/dial.ts';
import { answersFor } from './answers.ts';
import { overrideFetch } from './fetch.ts';
import { overrideScripts } from './scripts.ts';
import { overrideXhr } from './xhr.ts';

/** Answers requests to location services from the country, however they are made; every other request is the native's. */
export function overrideRequests(country: CountryOverride, dial: Dial): Undo {
  const answers = answersFor(country);
  return undoAll([
    overrideFetch(answers, dial),
    overrideXhr(answers, dial),
    overrideScripts(answers, dial),
  ]);
}
