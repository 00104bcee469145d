import { text } from '../text.ts';
import { met, notMet } from '../verdict.ts';
import { isPossibleReferrer } from '../visitor/referrer.ts';
import { defineCondition } from './condition.ts';

/** The visitor comes from a given page: document.referrer, compared as one exact text, as sites do. */
export const referrer = defineCondition({
  fields: {
    equals: { kind: 'text', initial: 'www.contoso.com/FAQ', maxLength: 2000, mayBeEmpty: true },
  },
  describe: (settings) =>
    settings.equals === '' ? text('referrerNeedsNone') : text('referrerNeeds', settings.equals),
  evaluate(settings, facts) {
    if (facts.referrer === settings.equals) {
      return met(
        facts.referrer === '' ? text('referrerNone') : text('referrerMet', facts.referrer),
      );
    }
    if (!isPossibleReferrer(settings.equals)) {
      return notMet(text('referrerNeverEqual', facts.referrer, settings.equals));
    }
    return notMet(text('referrerNotMet', facts.referrer, settings.equals));
  },
  arrange: (settings) => ({ visitor: { referrer: { value: settings.equals } } }),
});
