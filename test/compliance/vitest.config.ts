import { defineConfig } from 'vitest/config';

/** Whether page code can tell a simulated clock from a real one, in both browsers. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: ['./setUp.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Each file drives a browser of its own.
    maxWorkers: 2,
  },
});
