import { text } from '../text.ts';
import { met, notMet, waitingFor } from '../verdict.ts';
import { DEFAULT_COUNTER } from '../visitor/visits.ts';
import { defineCondition } from './condition.ts';

/** The visitor has been on this page more than so many times. */
export const visits = defineCondition({
  fields: { moreThan: { kind: 'number', initial: 2, min: 0, max: 100_000, whole: true } },
  describe: (settings) => text('visitsNeeds', settings.moreThan),
  evaluate(settings, facts) {
    if (facts.visits === null) return waitingFor('visits', text('visitsUnknown'));
    return facts.visits > settings.moreThan
      ? met(text('visitsMet', facts.visits, settings.moreThan))
      : notMet(text('visitsNotMet', facts.visits, settings.moreThan));
  },
  arrange: (settings, { counter }) => ({
    visitor: {
      visits: {
        number: settings.moreThan + 1,
        store: counter?.store ?? 'cookie',
        name: counter?.name ?? DEFAULT_COUNTER,
        ...(counter?.addsOne === false && { addsOne: false }),
      },
    },
  }),
});
