import { command, type Simulator, wordsOf } from '../driver/simulator.ts';
import type { Pack } from '../src/model/pack/pack.ts';
import type { Run } from '../src/model/runs/run.ts';

/** Most sites answer it with plain text, in which none of their code runs before anything is simulated. */
const HARMLESS = '/robots.txt';

const addressesOf = ({ address, steps }: Run): readonly string[] => [
  address,
  ...steps.flatMap((step) => (step.do === 'go to' ? [step.address] : [])),
];

/** Enables all sites that runs go to. Raises an Error that names the site which does not answer. */
export async function enableSites(simulator: Simulator, runs: readonly Run[]): Promise<void> {
  const byHost = new Map(
    runs.flatMap(addressesOf).map((address) => {
      const { hostname, origin } = new URL(address);
      return [hostname, origin] as const;
    }),
  );
  for (const origin of byHost.values()) {
    const { page, tabId } = await simulator.newTab();
    try {
      await page.goto(origin + HARMLESS);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${origin} does not answer: ${why}`);
    }
    const popup = await simulator.enableSite(page, tabId);
    await popup.close();
    await page.close();
  }
}

/** Brings a pack into the library of a browser. */
export async function bringIn(simulator: Simulator, pack: Pack): Promise<void> {
  const { scenarios, visitors, runs } = pack;
  const console = await simulator.console();
  const [problem] = await command(console, {
    command: 'import pack',
    change: {
      scenarios,
      visitors,
      runs,
      withoutScenarios: [],
      withoutVisitors: [],
      withoutRuns: [],
      order: [],
    },
  });
  if (problem) throw new Error(await wordsOf(console, problem.text));
}
