import { text } from '../text.ts';
import { met, notMet, waitingFor } from '../verdict.ts';
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
});
