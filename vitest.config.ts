import { defineConfig } from 'vitest/config';

/** The unit tests: `npx vitest run`. They need neither a browser nor a build. */
export default defineConfig({
  // The limit is for what hangs: machines differ widely.
  test: { include: ['test/unit/**/*.test.ts'], environment: 'node', testTimeout: 120_000 },
});
