import { RURITANIA } from '../model/visitor/country.ts';
import type { Visitor } from '../model/visitor/visitor.ts';
import { type CounterStore, DEFAULT_COUNTER } from '../model/visitor/visits.ts';
import { type ClockDraft, clockDraftOf, clockFrom } from './clockDraft.ts';
import { knownCountry } from './knownCountries.ts';
import { numberFrom } from './numberFrom.ts';

/** A visitor as it is being typed: every field keeps its text, also while its override is off. */
export interface VisitorDraft extends ClockDraft {
  readonly country: 'real' | 'set';
  readonly countryName: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly referrer: 'real' | 'set' | 'direct';
  readonly referrerValue: string;
  readonly visits: 'real' | 'nth';
  readonly visitNumber: string;
  readonly counterStore: CounterStore;
  readonly counterName: string;
}

function referrerChoice(value: string | undefined): VisitorDraft['referrer'] {
  if (value === undefined) return 'real';
  return value === '' ? 'direct' : 'set';
}

/** The form of a visitor; what is real gets a text to begin with. */
export function draftOf({ clock, country, referrer, visits }: Visitor): VisitorDraft {
  const place = country ?? RURITANIA;
  return {
    ...clockDraftOf(clock),
    country: country ? 'set' : 'real',
    countryName: place.name,
    latitude: String(place.latitude),
    longitude: String(place.longitude),
    referrer: referrerChoice(referrer?.value),
    referrerValue: referrer?.value ?? '',
    visits: visits ? 'nth' : 'real',
    visitNumber: String(visits?.number ?? 3),
    counterStore: visits?.store ?? 'cookie',
    counterName: visits?.name ?? DEFAULT_COUNTER,
  };
}

/** The visitor that a draft describes; a number that is none is NaN, which `visitorProblems` finds. */
export function visitorFrom(draft: VisitorDraft): Visitor {
  const clock = clockFrom(draft);
  const known = knownCountry(draft.countryName);
  return {
    ...(clock && { clock }),
    ...(draft.country === 'set' && {
      country: {
        name: known?.name ?? draft.countryName.trim(),
        code: known?.code ?? null,
        latitude: numberFrom(draft.latitude),
        longitude: numberFrom(draft.longitude),
      },
    }),
    ...(draft.referrer !== 'real' && {
      referrer: { value: draft.referrer === 'set' ? draft.referrerValue : '' },
    }),
    ...(draft.visits === 'nth' && {
      visits: {
        number: numberFrom(draft.visitNumber),
        store: draft.counterStore,
        name: draft.counterName.trim(),
      },
    }),
  };
}

/** A country's name as it is typed; that of a known country brings its position along. */
export function withCountryName(draft: VisitorDraft, countryName: string): VisitorDraft {
  const known = knownCountry(countryName);
  return known
    ? {
        ...draft,
        countryName,
        latitude: String(known.latitude),
        longitude: String(known.longitude),
      }
    : { ...draft, countryName };
}

/** Whether two visitors are overridden alike. */
export const isSameVisitor = (one: Visitor, other: Visitor): boolean => isSame(one, other);

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) {
    return Object.is(one, other);
  }
  const others = new Map<string, unknown>(Object.entries(other));
  const entries = Object.entries(one);
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && isSame(value, others.get(key)))
  );
}
