import { defineConfig } from 'vitest/config';

/** End-to-end tests of the built extension, in both browsers. Limits are generous: machines differ widely. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: ['./stagingSite.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // On a machine with ten times its load browsers drop what a driver does; a fault of ours fails twice.
    retry: 1,
    // Each file drives a Chromium and a Firefox of its own: more at a time only wait for each other.
    maxWorkers: 2,
  },
});
