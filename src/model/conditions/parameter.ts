import { knownParameter } from '../facts.ts';
import { text } from '../text.ts';
import { met, waitingFor } from '../verdict.ts';
import { defineCondition } from './condition.ts';

/** A named parameter of the scenario, such as the case id, is known. */
export const parameter = defineCondition({
  fields: { name: { kind: 'text', initial: 'case id', maxLength: 50 } },
  isLookedFor: true,
  describe: (settings) => text('parameterNeeds', settings.name),
  evaluate(settings, facts) {
    const value = knownParameter(facts, settings.name);
    return value === null
      ? waitingFor('parameter', text('parameterUnknown', settings.name))
      : met(text('parameterMet', settings.name, value));
  },
  arrange: (settings) => ({ byHand: text('arrangeParameter', settings.name) }),
});
