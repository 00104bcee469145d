import { writeFile } from 'node:fs/promises';
import type { BrowserName } from '../build/browserManifest.ts';
import { packFrom } from '../build/packFrom.ts';
import { Simulator } from '../driver/simulator.ts';
import type { Pack } from '../src/model/pack/pack.ts';
import type { Run } from '../src/model/runs/run.ts';
import { type PlayedRun, playRun } from './playRun.ts';
import { reportText } from './report.ts';
import { bringIn, enableSites } from './setUpBrowser.ts';

export interface PlayOptions {
  readonly browsers: readonly BrowserName[];
  /** The name of the run to play; all of the pack's if it is null. */
  readonly name: string | null;
  /** Invites are recorded, and do not reach the widget. */
  readonly isDryRun: boolean;
  /** The file to write a report to: JUnit if it ends with .xml, else JSON. Null for none. */
  readonly report: string | null;
  readonly say: (line: string) => void;
}

/** The runs that are wanted. Raises an Error with those that there are, if there is none of the name. */
function chosen({ runs }: Pack, name: string | null): readonly Run[] {
  const wanted = runs.filter((run) => name === null || run.name === name);
  if (wanted.length > 0) return wanted;
  const names = runs.map((run) => `“${run.name}”`).join(', ') || 'none';
  throw new Error(
    name === null
      ? 'There is no run in this pack. Save one under Timeline, then export it.'
      : `There is no run “${name}” in this pack. Its runs: ${names}.`,
  );
}

function lineOf({ name, browser, differences, ms }: PlayedRun): string {
  const outcome = differences.length === 0 ? '✓' : '✗';
  const line = `${outcome} ${browser}: ${name} (${(ms / 1000).toFixed(1)} s)`;
  return [line, ...differences.map((difference) => `    ${difference}`)].join('\n');
}

async function playIn(
  browser: BrowserName,
  pack: Pack,
  runs: readonly Run[],
  { isDryRun, say }: PlayOptions,
): Promise<readonly PlayedRun[]> {
  const simulator = await Simulator.start(browser, { say });
  try {
    await enableSites(simulator, runs);
    await bringIn(simulator, pack);
    const played: PlayedRun[] = [];
    for (const run of runs) {
      const one = await playRun(simulator, run, isDryRun);
      say(lineOf(one));
      played.push(one);
    }
    return played;
  } finally {
    await simulator.close();
  }
}

/**
 * Plays the runs of a pack, given as its text, in real browsers with the built extension, one after the
 * other, and says a line for each. Gives whether all have passed.
 */
export async function playPack(json: string, options: PlayOptions): Promise<boolean> {
  const pack = packFrom(json);
  const runs = chosen(pack, options.name);
  const played: PlayedRun[] = [];
  for (const browser of options.browsers) {
    played.push(...(await playIn(browser, pack, runs, options)));
  }
  if (options.report) await writeFile(options.report, reportText(options.report, played));
  const passed = played.filter(({ differences }) => differences.length === 0).length;
  options.say(`${passed} passed, ${played.length - passed} failed`);
  return passed === played.length;
}
