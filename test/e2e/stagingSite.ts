import type { TestProject } from 'vitest/node';
import { startStagingSite } from '../../demo/server.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the staging site is, without a slash at the end. */
    origin: string;
  }
}

/** Serves the staging site for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const site = await startStagingSite();
  project.provide('origin', site.origin);
  return () => site.close();
}
