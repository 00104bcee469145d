import { seconds, text } from '../text.ts';
import { met, waitingFor, waitingUntil } from '../verdict.ts';
import { defineCondition } from './condition.ts';

/** The pointer leaves the page, after some time in which leaving does not count. */
export const exitIntent = defineCondition({
  fields: { armedAfterSeconds: { kind: 'number', initial: 15, min: 0, max: 86_400 } },
  isLookedFor: true,
  describe: (settings) => text('exitIntentNeeds', settings.armedAfterSeconds),
  evaluate(settings, facts) {
    if (facts.sinceReady === null) return waitingFor('widget', text('waitingForReady'));
    const armedAt = settings.armedAfterSeconds * 1000;
    if (facts.sinceReady < armedAt) {
      return waitingUntil(
        { dial: 'page', ms: armedAt },
        text('exitIntentUnarmed', settings.armedAfterSeconds, seconds(facts.sinceReady)),
      );
    }
    return facts.pointerLeftAt !== null && facts.pointerLeftAt >= armedAt
      ? met(text('exitIntentMet', seconds(facts.pointerLeftAt)))
      : waitingFor('pointer leaving', text('exitIntentArmed'));
  },
  arrange: () => ({ visitor: { clock: { at: null } }, byHand: text('arrangeLeave') }),
});
