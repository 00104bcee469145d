import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { builtInScenarios } from '../model/scenarios/builtIn.ts';
import type { Scenario } from '../model/scenarios/scenario.ts';
import { scenarioSchema } from '../model/scenarios/schema.ts';
import { createQueue } from './queue.ts';

/** Only what the tester has changed is stored, so that built-ins can become better with an update. */
const KEY = 'editedScenarios';
const inTurn = createQueue();

async function readEdited(): Promise<readonly Scenario[]> {
  const stored = v.safeParse(v.array(scenarioSchema), (await browser.storage.local.get(KEY))[KEY]);
  return stored.success ? stored.output : [];
}

/** The tester's scenarios in their order, and which of them differ from the built-in. */
export async function library(): Promise<{
  scenarios: readonly Scenario[];
  edited: readonly string[];
}> {
  const changed = await inTurn(readEdited);
  return {
    scenarios: builtInScenarios.map(
      (builtIn) => changed.find(({ id }) => id === builtIn.id) ?? builtIn,
    ),
    edited: changed.map(({ id }) => id),
  };
}

/** Keeps a scenario as the tester has edited it. */
export const saveScenario = (scenario: Scenario): Promise<void> =>
  inTurn(async () => {
    const others = (await readEdited()).filter(({ id }) => id !== scenario.id);
    await browser.storage.local.set({ [KEY]: [...others, scenario] });
  });

/** Makes a scenario the built-in again. */
export const resetScenario = (id: string): Promise<void> =>
  inTurn(async () => {
    await browser.storage.local.set({
      [KEY]: (await readEdited()).filter((scenario) => scenario.id !== id),
    });
  });
