import { seconds, text } from '../text.ts';
import { met, waitingFor, waitingUntil } from '../verdict.ts';
import { defineCondition } from './condition.ts';

/** The visitor has been on the page for a while, counted from lcw:ready. */
export const timeOnPage = defineCondition({
  fields: { seconds: { kind: 'number', initial: 20, min: 0, max: 86_400 } },
  describe: (settings) => text('timeOnPageNeeds', settings.seconds),
  evaluate(settings, facts) {
    if (facts.sinceReady === null) return waitingFor('widget', text('waitingForReady'));
    const needed = settings.seconds * 1000;
    const { sinceReady } = facts;
    return sinceReady >= needed
      ? met(text('timeOnPageMet', seconds(sinceReady), settings.seconds))
      : waitingUntil(
          { dial: 'page', ms: needed },
          text('timeOnPageWaiting', seconds(sinceReady), settings.seconds),
        );
  },
  /** The real time, on a clock of ours: so the page's own timers can be skipped as well. */
  arrange: () => ({ visitor: { clock: { at: null } } }),
});
