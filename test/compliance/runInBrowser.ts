import type { Browser, Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { BrowserName } from '../../build/browserManifest.ts';
import { provideBrowser } from '../../driver/installBrowser.ts';
import { launchBrowser } from '../../driver/launch.ts';
import type { Outcome } from './cases/suite.ts';
import { type Run, runs } from './runs.ts';

/** How long a case may take, in ms. A page that hangs hangs for good, so it need not be as long as elsewhere. */
const PATIENCE = 30_000;

const outcomeSchema: v.GenericSchema<unknown, Outcome> = v.variant('kind', [
  v.object({ kind: v.literal('passed'), value: v.nullable(v.string()) }),
  v.object({ kind: v.literal('failed'), why: v.string() }),
  v.object({ kind: v.literal('not in this browser'), what: v.string() }),
]);

/** What became of the cases of one run, by suite and case. */
export type Outcomes = ReadonlyMap<string, Outcome>;

export const key = (suite: string, name: string): string => `${suite}: ${name}`;

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`It did not end within ${PATIENCE / 1000} s.`)),
      PATIENCE,
    );
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

async function runOne(browser: Browser, run: Run, origin: string, script: string | null) {
  const outcomes = new Map<string, Outcome>();
  const open = async (): Promise<Page> => {
    const page = await browser.newPage();
    if (script !== null) await page.evaluateOnNewDocument(script);
    return page;
  };
  let page = await open();
  for (const { name: suite, cases } of run.suites) {
    await page.goto(origin, { waitUntil: 'load' });
    for (const name of Object.keys(cases)) {
      try {
        const expression = `runCase(${JSON.stringify(suite)}, ${JSON.stringify(name)})`;
        const outcome = await withinPatience(page.evaluate(expression));
        outcomes.set(key(suite, name), v.parse(outcomeSchema, outcome));
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        outcomes.set(key(suite, name), { kind: 'failed', why });
        // What is left of the page says nothing about the cases that follow.
        void page.close().catch(() => {});
        page = await open();
        await page.goto(origin, { waitUntil: 'load' });
      }
    }
  }
  await page.close();
  return outcomes;
}

/** Runs all cases of all runs in one browser, launched once for each time zone of the machine. */
export async function runInBrowser(
  name: BrowserName,
  origin: string,
  scripts: Readonly<Record<string, string | null>>,
): Promise<ReadonlyMap<Run, Outcomes>> {
  const path = await provideBrowser(name, console.log);
  const results = new Map<Run, Outcomes>();
  for (const machineZone of new Set(runs.map((run) => run.machineZone))) {
    const browser = await launchBrowser(name, path, {
      headless: true,
      environment: { TZ: machineZone },
      // Cases open windows without a click.
      preferences: { 'dom.disable_open_during_load': false },
    });
    try {
      for (const run of runs.filter((one) => one.machineZone === machineZone))
        results.set(run, await runOne(browser, run, origin, scripts[run.name] ?? null));
    } finally {
      await browser.close();
    }
  }
  return results;
}
