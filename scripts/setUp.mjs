import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, step } from './steps.mjs';

const root = join(import.meta.dirname, '..');
const OLDEST_NODE = [20, 19];

/** Ends the process, with what to do, on a Node that is too old. */
function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  console.error(
    `This is Node ${process.versions.node}; ${OLDEST_NODE.join('.')} or later is needed. Install it from nodejs.org, then try again.`,
  );
  process.exit(1);
}

/**
 * Installs the packages of a folder, unless exactly those of its lock file are there.
 * @param {string} folder
 * @param {string} what
 */
async function install(folder, what) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const marker = join(folder, 'node_modules', '.installed-lock-file');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  await step(`Installing ${what}`, () =>
    run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, quiet: true }),
  );
  writeFileSync(marker, wanted);
}

/** Installs everything that the extension and the staging site need. */
export async function setUp() {
  checkNode();
  await install(root, 'the extension’s packages');
  await install(
    join(root, 'demo'),
    'the staging site’s packages, with the live chat widget (some 800 MB)',
  );
}

/** Installs what the extension alone needs. */
export async function setUpExtension() {
  checkNode();
  await install(root, 'the extension’s packages');
}

/** Installs what `npm run bench` needs: ours and the staging site's packages, and the clocks that ours is measured against. */
export async function setUpBench() {
  await setUp();
  await install(join(root, 'bench'), 'the clocks to measure against');
}

/** Builds the extension for both browsers. */
export const buildExtension = () =>
  step('Building the extension', () => run('npm', ['run', 'build'], { cwd: root, quiet: true }));

/** Builds the staging site. */
export const buildStagingSite = () =>
  step('Building the staging site', () =>
    run('npm', ['run', 'build'], { cwd: join(root, 'demo'), quiet: true }),
  );
