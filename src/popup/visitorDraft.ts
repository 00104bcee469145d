import type { CommandAnswer } from '../messages/command.ts';
import { isSameData } from '../model/sameData.ts';
import { text } from '../model/text.ts';
import type { FoundCounter } from '../model/visitor/counters.ts';
import {
  type CountryOverride,
  type PositionAnswer,
  RURITANIA,
  type ServiceAnswer,
} from '../model/visitor/country.ts';
import type { ReferrerEnd } from '../model/visitor/referrer.ts';
import type { Visitor } from '../model/visitor/visitor.ts';
import {
  type CounterStore,
  DEFAULT_COUNTER,
  isFirstVisit,
  type VisitsOverride,
} from '../model/visitor/visits.ts';
import { type ClockDraft, clockDraftOf, clockFrom } from './clockDraft.ts';
import { knownCountry } from './knownCountries.ts';
import { numberFrom } from './numberFrom.ts';

/** A visitor as it is being typed: every field keeps its text, also while its override is off. */
export interface VisitorDraft extends ClockDraft {
  readonly country: 'real' | 'set';
  readonly countryName: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly positionAnswer: PositionAnswer;
  /** Seconds. */
  readonly positionAfter: string;
  readonly servicesAnswer: ServiceAnswer;
  /** Seconds. */
  readonly servicesAfter: string;
  readonly cdnHeaders: boolean;
  readonly language: string;
  /** Goes with the country that was set with it; another country has its own. */
  readonly countryTimeZone: string;
  readonly referrer: 'real' | 'set' | 'direct';
  readonly referrerValue: string;
  readonly referrerEnd: ReferrerEnd;
  readonly visits: 'real' | 'nth' | 'first';
  readonly visitNumber: string;
  readonly counterStore: CounterStore;
  readonly counterName: string;
  /** Whether the page adds one to the counter while it loads. */
  readonly addsOne: boolean;
}

function referrerChoice(value: string | undefined): VisitorDraft['referrer'] {
  if (value === undefined) return 'real';
  return value === '' ? 'direct' : 'set';
}

function visitsChoice(visits: VisitsOverride | undefined): VisitorDraft['visits'] {
  if (!visits) return 'real';
  return isFirstVisit(visits) ? 'first' : 'nth';
}

/** The form of a visitor; what is real gets a text to begin with. */
export function draftOf({ clock, country, referrer, visits }: Visitor): VisitorDraft {
  const place = country ?? RURITANIA;
  const numbered = visits && !isFirstVisit(visits) ? visits : null;
  return {
    ...clockDraftOf(clock),
    country: country ? 'set' : 'real',
    countryName: place.name,
    latitude: String(place.latitude),
    longitude: String(place.longitude),
    positionAnswer: place.geolocation?.answer ?? 'position',
    positionAfter: String((place.geolocation?.afterMs ?? 0) / 1000),
    servicesAnswer: place.services?.answer ?? 'country',
    servicesAfter: String((place.services?.afterMs ?? 0) / 1000),
    cdnHeaders: place.cdnHeaders ?? true,
    language: place.language ?? '',
    countryTimeZone: place.timeZone ?? '',
    referrer: referrerChoice(referrer?.value),
    referrerValue: referrer?.value ?? '',
    referrerEnd: referrer?.until ?? 'next page',
    visits: visitsChoice(visits),
    visitNumber: String(numbered?.number ?? 3),
    counterStore: numbered?.store ?? 'cookie',
    counterName: numbered?.name ?? DEFAULT_COUNTER,
    addsOne: numbered?.addsOne ?? true,
  };
}

/** The ms that seconds were typed for. Nothing typed is no delay. */
const afterMsFrom = (seconds: string): number =>
  seconds.trim() === '' ? 0 : Math.round(numberFrom(seconds) * 1000);

/** The country that a draft describes; what answers as usual is left out. */
function countryFrom(draft: VisitorDraft): CountryOverride {
  const known = knownCountry(draft.countryName);
  const language = draft.language.trim();
  const geolocation = {
    answer: draft.positionAnswer,
    afterMs: afterMsFrom(draft.positionAfter),
  };
  const services = { answer: draft.servicesAnswer, afterMs: afterMsFrom(draft.servicesAfter) };
  return {
    name: known?.name ?? draft.countryName.trim(),
    code: known?.code ?? null,
    latitude: numberFrom(draft.latitude),
    longitude: numberFrom(draft.longitude),
    ...((geolocation.answer !== 'position' || geolocation.afterMs !== 0) && { geolocation }),
    ...((services.answer !== 'country' || services.afterMs !== 0) && { services }),
    ...(!draft.cdnHeaders && { cdnHeaders: false }),
    ...(language !== '' && { language }),
    ...(draft.countryTimeZone !== '' && { timeZone: draft.countryTimeZone }),
  };
}

/** Whether a draft's country answers in another way than at once, and with all that it has. */
export const answersUnusually = (draft: VisitorDraft): boolean => {
  const { name, code, latitude, longitude, timeZone, ...unusual } = countryFrom(draft);
  return Object.keys(unusual).length > 0;
};

/** The visitor that a draft describes; a number that is none is NaN, which `visitorProblems` finds. */
export function visitorFrom(draft: VisitorDraft): Visitor {
  const clock = clockFrom(draft);
  return {
    ...(clock && { clock }),
    ...(draft.country === 'set' && { country: countryFrom(draft) }),
    ...(draft.referrer !== 'real' && {
      referrer: {
        value: draft.referrer === 'set' ? draft.referrerValue : '',
        ...(draft.referrerEnd !== 'next page' && { until: draft.referrerEnd }),
      },
    }),
    ...(draft.visits === 'nth' && {
      visits: {
        number: numberFrom(draft.visitNumber),
        store: draft.counterStore,
        name: draft.counterName.trim(),
        ...(!draft.addsOne && { addsOne: false }),
      },
    }),
    ...(draft.visits === 'first' && { visits: { first: true } }),
  };
}

/** What is wrong with a draft though the visitor that it describes can be: the fields that were left empty. */
export const draftProblems = ({ referrer, referrerValue }: VisitorDraft): CommandAnswer =>
  referrer === 'set' && referrerValue === ''
    ? [{ path: 'referrer.value', text: text('problemReferrerEmpty') }]
    : [];

/** The fields of a counter that was found on the site. */
export const counterFields = ({ store, name, addsOne }: FoundCounter): Partial<VisitorDraft> => ({
  counterStore: store,
  counterName: name,
  addsOne: addsOne ?? true,
});

/** The Nth visit is chosen: as long as nobody has named a counter, it is the likeliest of those found. */
export function withNthVisit(
  draft: VisitorDraft,
  found: readonly FoundCounter[],
): Partial<VisitorDraft> {
  const [best] = found;
  const isUntouched = draft.counterName === DEFAULT_COUNTER && draft.counterStore === 'cookie';
  return { visits: 'nth', ...(best && isUntouched && counterFields(best)) };
}

/** A country's name as it is typed; that of a known country brings its position along. */
export function withCountryName(draft: VisitorDraft, countryName: string): VisitorDraft {
  const known = knownCountry(countryName);
  const named = { ...draft, countryName, countryTimeZone: '' };
  return known
    ? { ...named, latitude: String(known.latitude), longitude: String(known.longitude) }
    : named;
}

/** Whether two visitors are overridden alike. */
export const isSameVisitor = (one: Visitor, other: Visitor): boolean => isSameData(one, other);
