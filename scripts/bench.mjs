import { runnerImport } from 'vite';
import { buildExtension, buildStagingSite, setUpBench } from './setUp.mjs';

/* Measures our clock side by side with its peers, and what the extension costs. */

await setUpBench();
await buildExtension();
await buildStagingSite();
/** @type {{ module: typeof import('../bench/index.ts') }} */
const { module } = await runnerImport('./bench/index.ts', { configFile: false, logLevel: 'error' });
await module.bench(process.argv.slice(2));
