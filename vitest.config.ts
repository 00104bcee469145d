import { defineConfig } from 'vitest/config';

/** The unit tests: `npx vitest run`. They need neither a browser nor a build. */
export default defineConfig({
  test: { include: ['test/unit/**/*.test.ts'], environment: 'node' },
});
