import { parseInstant } from '../fields.ts';
import { instant, text } from '../text.ts';
import { met, notMet, waitingUntil } from '../verdict.ts';
import { defineCondition } from './condition.ts';

/** The visit falls between two instants, neither of them included. */
export const dateWindow = defineCondition({
  fields: {
    start: { kind: 'instant', initial: '2019-01-01T00:00:00Z' },
    end: { kind: 'instant', initial: '2100-01-01T00:00:00Z' },
  },
  describe: (settings) => text('dateWindowNeeds', settings.start, settings.end),
  evaluate(settings, facts) {
    const start = parseInstant(settings.start);
    const end = parseInstant(settings.end);
    if (start === null || end === null || end <= start) {
      return notMet(text('dateWindowEndBeforeStart', settings.end, settings.start));
    }
    const now = instant(facts.clock);
    if (facts.clock <= start) {
      // One ms later, because the start itself is outside.
      return waitingUntil(
        { dial: 'clock', ms: start + 1 },
        text('dateWindowBefore', now, settings.start),
      );
    }
    return facts.clock < end
      ? met(text('dateWindowMet', now, settings.start, settings.end))
      : notMet(text('dateWindowAfter', now, settings.end));
  },
  problem(settings) {
    const start = parseInstant(settings.start);
    const end = parseInstant(settings.end);
    if (start === null || end === null || end > start) return null;
    return { path: 'end', text: text('dateWindowEndBeforeStart', settings.end, settings.start) };
  },
  arrange({ start, end }, { now }) {
    const [from, to] = [parseInstant(start), parseInstant(end)];
    if (from === null || to === null || (now > from && now < to)) return {};
    // The first whole second after the start, or what there is of a shorter window.
    const at = Math.min(Math.floor(from / 1000) * 1000 + 1000, (from + to) / 2);
    return { visitor: { clock: { at: new Date(at).toISOString() } } };
  },
});
