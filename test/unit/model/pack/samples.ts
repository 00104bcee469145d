import type { Pack } from '../../../../src/model/pack/pack.ts';
import { builtInScenarios } from '../../../../src/model/scenarios/builtIn.ts';
import { fullRun, fullScenario, fullVisitor, run, scenario } from '../../builders.ts';

/** A pack with a value in every field that there is. */
export const fullPack: Pack = {
  $schema: 'pack.schema.json',
  format: 'trigger-simulator-pack',
  version: 2,
  scenarios: [...builtInScenarios, fullScenario, scenario({ id: 'b', repeat: 'each time' })],
  visitors: [
    { id: 'full', name: 'Of all', visitor: fullVisitor },
    { id: 'first', name: 'First visit', visitor: { visits: { first: true } } },
    { id: 'real', name: 'As it is', visitor: {} },
  ],
  runs: [fullRun, run({ id: 'none', scenarioIds: [], steps: [], expects: { invite: null } })],
};

export const textOf = (pack: unknown): string => JSON.stringify(pack, null, 2);
