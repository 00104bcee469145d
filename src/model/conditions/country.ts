import type { CountryUnknown } from '../facts.ts';
import { type MessageKey, text } from '../text.ts';
import { met, notMet, waitingFor } from '../verdict.ts';
import { RURITANIA } from '../visitor/country.ts';
import { defineCondition } from './condition.ts';

const UNKNOWN: Readonly<Record<CountryUnknown, MessageKey>> = {
  'not asked': 'countryNotAsked',
  asking: 'countryAsking',
  denied: 'countryDenied',
  unavailable: 'countryUnavailable',
  outside: 'countryOutside',
};

/** The visitor is in a given country: its English name or ISO 3166-1 alpha-2 code, in any case. */
export const country = defineCondition({
  fields: { equals: { kind: 'text', initial: 'Ruritania', maxLength: 100 } },
  isLookedFor: true,
  describe: (settings) => text('countryNeeds', settings.equals),
  evaluate(settings, facts) {
    const found = facts.country;
    if (typeof found === 'string') {
      const why = text(UNKNOWN[found], settings.equals);
      return found === 'not asked' || found === 'asking' ? waitingFor('country', why) : notMet(why);
    }
    const wanted = settings.equals.trim().toLowerCase();
    return wanted === found.name.trim().toLowerCase() || wanted === found.code?.toLowerCase()
      ? met(text('countryMet', found.name))
      : notMet(text('countryNotMet', found.name, settings.equals));
  },
  arrange: (settings, { knownCountry }) => ({
    visitor: { country: knownCountry(settings.equals) ?? { ...RURITANIA, name: settings.equals } },
  }),
});
