import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

/* Prints the page world as one self-contained script, with the simulation of a JSON file or a saved visitor
   of a pack, built in. */

try {
  const {
    positionals: [path],
    values: { visitor = null },
  } = parseArgs({ allowPositionals: true, options: { visitor: { type: 'string' } } });
  if (!path) throw new Error('Which simulation? npm run --silent page-script -- simulation.json');
  // npm runs us in the folder of the package.
  const json = await readFile(resolve(process.env.INIT_CWD ?? '.', path), 'utf8');
  /** @type {{ module: typeof import('../build/pageScript.ts') }} */
  const { module } = await runnerImport('./build/pageScript.ts', {
    configFile: false,
    logLevel: 'error',
  });
  process.stdout.write(await module.pageScript(json, visitor));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
