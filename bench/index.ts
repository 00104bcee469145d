import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserName } from '../build/browserManifest.ts';
import { bundleForPage } from '../build/bundleForPage.ts';
import { provideBrowser } from '../driver/installBrowser.ts';
import { launchBrowser } from '../driver/launch.ts';
import { Field } from './field.ts';
import { table } from './print.ts';
import type { Row } from './row.ts';
import { calls } from './rows/calls.ts';
import { look } from './rows/look.ts';
import { pace } from './rows/pace.ts';
import { skip } from './rows/skip.ts';
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

/**
 * Measures our clock side by side with the browser's own, @sinonjs/fake-timers and Playwright's, prints the
 * tables and writes results.json. A goal that is missed is told; it is no error.
 */
export async function bench(): Promise<void> {
  const results: Result[] = [];
  for (const name of ['chrome', 'firefox'] as const) {
    const result = await measureIn(name);
    results.push(result);
    console.log(`\n${result.browser}\n${table(result.rows)}`);
  }
  await writeFile(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  const missed = results.flatMap(({ rows }) => rows.filter(({ met }) => met === false));
  console.log(
    missed.length === 0
      ? '\nAll goals are met.'
      : `\n${missed.length} goals are missed; see above.`,
  );
}
