import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserName } from '../build/browserManifest.ts';
import { bundleForPage } from '../build/bundleForPage.ts';
import { startStagingSite } from '../demo/server.mjs';
import { provideBrowser } from '../driver/installBrowser.ts';
import { launchBrowser } from '../driver/launch.ts';
import { Simulator } from '../driver/simulator.ts';
import { Field } from './field.ts';
import { QUIET, startHeavySite } from './heavySite.ts';
import { table } from './print.ts';
import type { Row } from './row.ts';
import { calls } from './rows/calls.ts';
import { look } from './rows/look.ts';
import { pace } from './rows/pace.ts';
import { popup } from './rows/popup.ts';
import { skip } from './rows/skip.ts';
import { type WithSimulator, watching } from './rows/watching.ts';
import { weight } from './rows/weight.ts';
import { startSite } from './site.ts';
import { clocksAlone, subjects } from './subjects.ts';

const RESULTS = join(import.meta.dirname, 'results.json');

interface Result {
  /** The browser's own name and version. */
  readonly browser: string;
  readonly rows: readonly Row[];
}

/** Groups of rows by what they are about, in the order in which they are measured. */
type Groups = Readonly<Record<string, () => Promise<readonly Row[]>>>;

async function measure(
  name: BrowserName,
  groups: Groups,
  isWanted: (group: string) => boolean,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [group, rowsOf] of Object.entries(groups)) {
    if (!isWanted(group)) continue;
    console.log(`▸ ${name}: ${group} …`);
    rows.push(...(await rowsOf()));
  }
  return rows;
}

/** Measures our clock beside its peers, in a browser without the extension. */
async function measureClocks(
  name: BrowserName,
  isWanted: (group: string) => boolean,
): Promise<Result> {
  const browser = await launchBrowser(name, await provideBrowser(name, console.log), {
    headless: true,
    // Browsers round their clocks; what takes a ms or two could not be told apart.
    preferences: { 'privacy.reduceTimerPrecision': false },
  });
  const site = await startSite();
  try {
    const field = new Field(
      browser,
      site,
      await bundleForPage(join(import.meta.dirname, 'page', 'main.ts')),
    );
    const [all, alone] = [await subjects(), await clocksAlone()];
    const groups: Groups = {
      calls: () => calls(field, all),
      pace: () => pace(field, all),
      skip: () => skip(field, all),
      look: () => look(field, all),
      weight: () => weight(field, all, alone),
    };
    return { browser: await browser.version(), rows: await measure(name, groups, isWanted) };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Measures the extension itself, on the staging site and on a page that is as busy as pages get. */
async function measureExtension(
  name: BrowserName,
  isWanted: (group: string) => boolean,
): Promise<Result> {
  const staging = await startStagingSite();
  const heavy = await startHeavySite();
  let version = '';
  const withSimulator: WithSimulator = async (use) => {
    const simulator = await Simulator.start(name, {
      preferences: { 'privacy.reduceTimerPrecision': false },
      say: console.log,
    });
    try {
      version = await simulator.browser.version();
      for (const address of [`${staging.origin}/faq?widget=none`, heavy.enabled + QUIET]) {
        const { page, tabId } = await simulator.newTab();
        await page.goto(address);
        await (await simulator.enableSite(page, tabId)).close();
        await page.close();
      }
      return await use(simulator);
    } finally {
      await simulator.close();
    }
  };
  try {
    const groups: Groups = {
      watching: () => watching(withSimulator, staging.origin, heavy),
      popup: () => withSimulator((simulator) => popup(simulator, staging.origin)),
    };
    const rows = await measure(name, groups, isWanted);
    return { browser: `${version}, the extension`, rows };
  } finally {
    for (const site of [staging, heavy]) await site.close();
  }
}

/**
 * Measures our clock side by side with the browser's own, @sinonjs/fake-timers and Playwright's, then what
 * the extension costs pages and testers, and prints the tables. A goal that is missed is told; it is no
 * error. Of groups that are named only those are measured; all of them are written to results.json.
 */
export async function bench(wanted: readonly string[]): Promise<void> {
  const isWanted = (group: string) => wanted.length === 0 || wanted.includes(group);
  const results: Result[] = [];
  for (const name of ['chrome', 'firefox'] as const) {
    for (const measureIn of [measureClocks, measureExtension]) {
      const result = await measureIn(name, isWanted);
      if (result.rows.length === 0) continue;
      results.push(result);
      console.log(`\n${result.browser}\n${table(result.rows)}`);
    }
  }
  const rows = results.flatMap((result) => result.rows);
  if (rows.length === 0) {
    throw new Error(`No rows are called ${wanted.join(' or ')}; see bench/index.ts.`);
  }
  if (wanted.length === 0) await writeFile(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  const missed = rows.filter(({ met }) => met === false);
  console.log(
    missed.length === 0
      ? '\nAll goals are met.'
      : `\n${missed.length} goals are missed; see above.`,
  );
}
