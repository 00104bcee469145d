import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserName } from '../build/browserManifest.ts';
import { bundleForPage } from '../build/bundleForPage.ts';
import { startStagingSite } from '../demo/server.mjs';
import { provideBrowser } from '../driver/installBrowser.ts';
import { launchBrowser } from '../driver/launch.ts';
import { Simulator } from '../driver/simulator.ts';
import { Field } from './field.ts';
import { startHeavySite } from './heavySite.ts';
import { table } from './print.ts';
import type { Row } from './row.ts';
import { calls } from './rows/calls.ts';
import { look } from './rows/look.ts';
import { pace } from './rows/pace.ts';
import { popup } from './rows/popup.ts';
import { skip } from './rows/skip.ts';
import { watching } from './rows/watching.ts';
import { weight } from './rows/weight.ts';
import { startSite } from './site.ts';
import { clocksAlone, subjects } from './subjects.ts';

const RESULTS = join(import.meta.dirname, 'results.json');

interface Result {
  /** The browser's own name and version. */
  readonly browser: string;
  readonly rows: readonly Row[];
}

async function measureIn(name: BrowserName): Promise<Result> {
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
    const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
      'what calls cost': () => calls(field, all),
      'how time goes by': () => pace(field, all),
      'skipping an hour': () => skip(field, all),
      'the look of functions': () => look(field, all),
      'size and evaluation': () => weight(field, all, alone),
    };
    const rows: Row[] = [];
    for (const [what, measure] of Object.entries(parts)) {
      console.log(`▸ ${name}: ${what} …`);
      rows.push(...(await measure()));
    }
    return { browser: await browser.version(), rows };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Measures the extension itself, on the staging site and on a page that is as busy as pages get. */
async function measureExtension(name: BrowserName): Promise<Result> {
  const simulator = await Simulator.start(name, {
    preferences: { 'privacy.reduceTimerPrecision': false },
    say: console.log,
  });
  const [staging, heavy] = [await startStagingSite(), await startHeavySite()];
  try {
    // Both are on one host, of which one permission is for all ports.
    const { page, tabId } = await simulator.newTab();
    await page.goto(`${staging.origin}/faq?widget=none`);
    await (await simulator.enableSite(page, tabId)).close();
    await page.close();
    const rows: Row[] = [];
    console.log(`▸ ${name}: watching the site’s own code …`);
    rows.push(...(await watching(simulator, staging.origin, heavy.origin)));
    console.log(`▸ ${name}: opening the popup …`);
    rows.push(...(await popup(simulator, staging.origin)));
    return { browser: `${await simulator.browser.version()}, the extension`, rows };
  } finally {
    await simulator.close();
    await staging.close();
    await heavy.close();
  }
}

/**
 * Measures our clock side by side with the browser's own, @sinonjs/fake-timers and Playwright's, then what
 * the extension costs pages and testers, prints the tables and writes results.json. A goal that is missed is told; it is no error.
 */
export async function bench(): Promise<void> {
  const results: Result[] = [];
  for (const name of ['chrome', 'firefox'] as const) {
    for (const measure of [measureIn, measureExtension]) {
      const result = await measure(name);
      results.push(result);
      console.log(`\n${result.browser}\n${table(result.rows)}`);
    }
  }
  await writeFile(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  const missed = results.flatMap(({ rows }) => rows.filter(({ met }) => met === false));
  console.log(
    missed.length === 0
      ? '\nAll goals are met.'
      : `\n${missed.length} goals are missed; see above.`,
  );
}
