import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExtension, buildStagingSite, setUp } from './setUp.mjs';
import { run, step } from './steps.mjs';

/*
 * All checks of the project, from a fresh clone on: what is missing is installed, then types, lint, unit
 * tests, the Firefox linter, and the built extension in both browsers. Every check runs, whatever fails.
 */

const root = join(import.meta.dirname, '..');
const results = { passed: 0, failed: 0 };

/**
 * A check that passes or fails as a whole.
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} args
 */
async function check(title, command, args) {
  try {
    await step(title, () => run(command, args, { cwd: root }));
    results.passed++;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    results.failed++;
  }
}

/**
 * A suite of tests, each of which counts. A suite that ends badly without a failed test counts as one.
 * @param {string} title
 * @param {string} name
 * @param {readonly string[]} args
 */
async function suite(title, name, args) {
  const file = join(root, 'node_modules', '.cache', `${name}-results.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  // The results of an earlier run say nothing of this one.
  await rm(file, { force: true });
  let ended = true;
  try {
    await step(title, () => run('npx', ['vitest', 'run', ...args, ...reporters], { cwd: root }));
  } catch {
    ended = false;
  }
  const { numPassedTests = 0, numFailedTests = 0 } = await readFile(file, 'utf8')
    .then((json) => JSON.parse(json))
    .catch(() => ({}));
  results.passed += numPassedTests;
  results.failed += ended ? numFailedTests : Math.max(1, numFailedTests);
}

try {
  await setUp();
  await buildExtension();
  await buildStagingSite();
  const { provideBrowsers } = await import('./browsers.mjs');
  await provideBrowsers();
  await check('Types', 'npx', ['tsc', '--project', '.']);
  await check('Format and lint', 'npx', ['biome', 'ci', '.']);
  await check('The Firefox linter on the built extension', 'npx', [
    'web-ext',
    'lint',
    '--source-dir',
    'dist/firefox',
    '--warnings-as-errors',
    '--no-config-discovery',
  ]);
  await suite('Unit tests', 'unit', []);
  await suite('Whether page code can tell a simulated clock from a real one', 'compliance', [
    '--config',
    'test/compliance/vitest.config.ts',
  ]);
  await suite('The built extension in Chromium and Firefox', 'e2e', [
    '--config',
    'test/e2e/vitest.config.ts',
  ]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  results.failed++;
}
console.log(`\n${results.passed} passed, ${results.failed} failed`);
process.exitCode = results.failed === 0 ? 0 : 1;
