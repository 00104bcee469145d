import { runnerImport } from 'vite';

/** The tour, which is TypeScript: Node cannot load it by itself. */
export async function loadTour() {
  /** @type {{ module: typeof import('../tour/index.ts') }} */
  const { module } = await runnerImport('./tour/index.ts', {
    configFile: false,
    logLevel: 'error',
  });
  return module;
}
