import { runnerImport } from 'vite';
import { setUpBench } from './setUp.mjs';

/* Measures our clock side by side with its peers. */

await setUpBench();
/** @type {{ module: typeof import('../bench/index.ts') }} */
const { module } = await runnerImport('./bench/index.ts', { configFile: false, logLevel: 'error' });
await module.bench();
