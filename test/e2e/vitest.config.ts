import { defineConfig } from 'vitest/config';

/** End-to-end tests of the built extension, in both browsers. Limits are generous: machines differ widely. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: ['./stagingSite.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Each file drives a Chromium and a Firefox of its own.
    maxWorkers: 2,
  },
});
