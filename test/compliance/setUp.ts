import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleForPage } from '../../build/bundleForPage.ts';
import { pageScript } from '../../driver/pageScript.ts';
import { runs } from './runs.ts';
import { startSite } from './site.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the pages of the cases are, without a slash at the end. */
    complianceOrigin: string;
    /** The page script of each run, by the run's name; null for one that simulates nothing. */
    pageScripts: Readonly<Record<string, string | null>>;
  }
}

/** Makes what both browsers need: the pages, and the page script with each simulation. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const script = await bundleForPage(join(import.meta.dirname, 'page.ts'));
  const scripts = await Promise.all(
    runs.map(async ({ name, simulation }) => [
      name,
      simulation ? await pageScript(simulation) : null,
    ]),
  );
  const site = await startSite(script);
  project.provide('complianceOrigin', site.origin);
  project.provide('pageScripts', Object.fromEntries(scripts));
  return () => site.close();
}
