import type { Arranging } from '../conditions/condition.ts';
import { arrangeCondition, type Condition } from '../conditions/index.ts';
import type { MadeTrue } from '../scenarios/makeTrue.ts';
import { text } from '../text.ts';
import type { Visitor } from '../visitor/visitor.ts';
import { isFirstVisit, type VisitsOverride } from '../visitor/visits.ts';
import type { InputName, InputUse, Source, Watched } from '../watch/watched.ts';
import { findAll, type ReadSource, readSource } from './code.ts';
import { countsCompared } from './counters.ts';
import { hasInstants, timeAskedOf } from './instants.ts';
import { soughtInReferrer } from './referrerSought.ts';
import { comparedWithReferrer } from './referrers.ts';
import { listed, useText } from './uses.ts';

/** The number of visits that code asks for. */
function visitsIn(sources: readonly ReadSource[]): Condition | null {
  const [asked] = sources.flatMap(countsCompared).filter(({ least }) => least > 0);
  return asked ? { type: 'visits', moreThan: asked.least - 1 } : null;
}

const TEXT = String.raw`(?:'([^'\n]{1,60})'|"([^"\n]{1,60})")`;
const OF_COUNTRY = String.raw`(?<![\w$])[\w$]{0,40}countr[\w$]{0,40}(?:\.\w{1,20}\(\))?\)?`;
const COUNTRY = new RegExp(String.raw`${OF_COUNTRY}\s{0,20}[=!]==?\s{0,20}${TEXT}`, 'gi');
const COUNTRY_BACKWARDS = new RegExp(
  String.raw`${TEXT}\s{0,20}[=!]==?\s{0,20}(?:[\w$]{1,40}[.?]{1,2}){0,8}${OF_COUNTRY}`,
  'gi',
);
/** What code compares with to see whether there is a country at all. */
const NO_COUNTRY = /^(?:undefined|null|unknown|none|string|object|function)$/i;

/** The country that code compares the visitor's with: a name, or a code. */
function countryIn(code: string): Condition | null {
  const equals = [...findAll(code, COUNTRY), ...findAll(code, COUNTRY_BACKWARDS)]
    .map(([, single, double]) => single ?? double ?? '')
    .find((text) => !NO_COUNTRY.test(text));
  return equals === undefined ? null : { type: 'country', equals };
}

/** The referrer that code asks for. */
const referrerIn = (sources: readonly Source[]): string | undefined =>
  // Who asks that there be one, asks for no page in particular.
  sources.flatMap(comparedWithReferrer).find(({ value, isEqual }) => isEqual || value !== '')
    ?.value ?? sources.flatMap(soughtInReferrer)[0];

/** Whether a use reads what a visits override puts there. */
const readsVisits = (visits: VisitsOverride | undefined, { input, argument }: InputUse): boolean =>
  visits !== undefined &&
  (isFirstVisit(visits) ||
    (visits.store === 'cookie'
      ? input === 'cookies'
      : input === visits.store && argument?.text === visits.name));

/** Whether the visitor decides what a use reads, or something else is said about it. */
function isSettled(use: InputUse, visitor: Visitor, isTimeKnown: boolean): boolean {
  switch (use.input) {
    case 'clock':
      return isTimeKnown || typeof visitor.clock?.at === 'string';
    case 'referrer':
      return visitor.referrer !== undefined;
    case 'cookies':
    case 'localStorage':
    case 'sessionStorage':
      return readsVisits(visitor.visits, use);
    default:
      return true;
  }
}

/**
 * The visitor whom the trigger code of a page seems to wait for, by what it was seen to read and what its
 * text compares that with. Overrides of `present` that it has nothing to do with stay.
 */
export function visitorFor(watched: Watched, present: Visitor, arranging: Arranging): MadeTrue {
  const { sources, inputs } = watched;
  const read = sources.map(readSource);
  const code = read.map((source) => source.code).join('\n');
  const reads = (...names: readonly InputName[]): boolean =>
    inputs.some(({ input, isTrigger }) => isTrigger && names.includes(input));
  const conditions = [
    reads('cookies', 'localStorage', 'sessionStorage') ? visitsIn(read) : null,
    read.map((source) => timeAskedOf(source, arranging.now)).find((one) => one !== null) ?? null,
    reads('geolocation', 'location service') ? countryIn(code) : null,
  ].filter((one) => one !== null);

  let visitor: Visitor = { ...present, clock: present.clock ?? { at: null } };
  for (const condition of conditions)
    visitor = { ...visitor, ...arrangeCondition(condition, arranging).visitor };
  const referrer = referrerIn(sources);
  if (referrer !== undefined) visitor = { ...visitor, referrer: { value: referrer } };

  const isTimeKnown = read.some(hasInstants);
  const unsettled = inputs.filter(
    (use) => use.isTrigger && use.value !== null && !isSettled(use, visitor, isTimeKnown),
  );
  const byHand = [
    ...(reads('pointer leaving') ? [text('arrangeLeave')] : []),
    ...(reads('visibility') ? [text('arrangeHide')] : []),
    ...(reads('geolocation', 'location service') && !visitor.country
      ? [text('arrangeCountryUnknown')]
      : []),
    ...(unsettled.length > 0 ? [text('arrangeLeft', listed(unsettled.map(useText)))] : []),
    ...(code === '' ? [text('arrangeNoCode')] : []),
  ];
  return { visitor, byHand };
}
