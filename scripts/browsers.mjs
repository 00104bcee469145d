import { runnerImport } from 'vite';

/** Finds or installs both browsers, before tests that run side by side each try to. */
export async function provideBrowsers() {
  /** @type {{ module: typeof import('../driver/installBrowser.ts') }} */
  const { module } = await runnerImport('./driver/installBrowser.ts', {
    configFile: false,
    logLevel: 'error',
  });
  for (const name of /** @type {const} */ (['chrome', 'firefox'])) {
    console.log(`▸ ${name}: ${await module.provideBrowser(name, console.log)}`);
  }
}
