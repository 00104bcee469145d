import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserName } from '../build/browserManifest.ts';
import { startStagingSite } from '../demo/server.mjs';
import { Simulator } from '../driver/simulator.ts';
import { plays } from './plays.ts';
import { writeReport } from './report.ts';
import { type Run, run } from './run.ts';

const OUT = join(import.meta.dirname, '..', 'demo', 'out');

/** Plays every scenario in one browser, one after the other. */
async function tourOf(name: BrowserName, origin: string): Promise<readonly Run[]> {
  const simulator = await Simulator.start(name, { say: console.log });
  const runs: Run[] = [];
  try {
    const { page, tabId } = await simulator.newTab();
    await page.goto(origin);
    await simulator.enableSite(page, tabId);
    for (const [index, play] of plays.entries()) {
      const result = await run(play, simulator, origin, OUT);
      runs.push(result);
      const mark = result.outcome === 'shown' ? '✓' : '✗';
      const failure = mark === '✓' ? '' : ` — ${result.outcome}: ${result.why}`;
      console.log(
        `  ${mark} ${name} ${index + 1}/${plays.length}: ${play.scenario}, ${play.title} (${(result.ms / 1000).toFixed(1)} s)${failure}`,
      );
    }
  } finally {
    await simulator.close();
  }
  return runs;
}

/**
 * Plays all scenarios in the named browsers, side by side, without a window. Writes demo/out/report.json, a page of the
 * same and the pictures. Gives whether every invite was shown.
 */
export async function playTour(names: readonly BrowserName[]): Promise<boolean> {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const site = await startStagingSite();
  console.log(`▸ Playing ${plays.length} visits in ${names.join(' and ')}; about three minutes …`);
  try {
    const runs = (await Promise.all(names.map((name) => tourOf(name, site.origin)))).flat();
    await writeReport(OUT, runs);
    const shown = runs.filter(({ outcome }) => outcome === 'shown').length;
    console.log(`\n${shown} of ${runs.length} invites shown. Report: ${join(OUT, 'index.html')}`);
    return runs.length > 0 && shown === runs.length;
  } finally {
    await site.close();
  }
}
