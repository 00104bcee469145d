import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, setUpExtension } from './setUp.mjs';

const USAGE = `npm run play -- pack.json [--chrome] [--firefox] [--run NAME] [--dry-run] [--report FILE]

Plays the runs of a pack in a real browser with the extension; ends with 1 if one fails.
  --chrome    in Chrome, Chromium or Edge, as without any of the two
  --firefox   in Firefox
  --run       plays the run of this name only
  --dry-run   invites are recorded, and do not reach the widget
  --report    writes a report to this file: JUnit if it ends with .xml, else JSON`;

/** The command line, or null if it was not understood. */
function commandLine() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        chrome: { type: 'boolean' },
        firefox: { type: 'boolean' },
        run: { type: 'string' },
        'dry-run': { type: 'boolean' },
        report: { type: 'string' },
      },
    });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new Error('Which pack? Name one file.');
    return { path, values };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return null;
  }
}

/**
 * npm runs us in the folder of the package.
 * @param {string} path
 */
const fromHere = (path) => resolve(process.env.INIT_CWD ?? '.', path);

async function main() {
  const given = commandLine();
  if (!given) return 2;
  const { path, values } = given;
  const json = await readFile(fromHere(path), 'utf8');
  await setUpExtension();
  await buildExtension();

  // Only now is there anything to load it with.
  const { runnerImport } = await import('vite');
  /** @type {{ module: typeof import('../play/index.ts') }} */
  const { module } = await runnerImport('./play/index.ts', {
    configFile: false,
    logLevel: 'error',
  });
  const named = /** @type {const} */ (['chrome', 'firefox']).filter((name) => values[name]);
  const hasPassed = await module.playPack(json, {
    browsers: named.length > 0 ? named : ['chrome'],
    name: values.run ?? null,
    isDryRun: values['dry-run'] ?? false,
    report: values.report === undefined ? null : fromHere(values.report),
    say: console.log,
  });
  return hasPassed ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
