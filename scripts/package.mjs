import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExtension, setUp } from './setUp.mjs';
import { run } from './steps.mjs';

/* Writes the two files that the stores take, from the built folders. */

const root = join(import.meta.dirname, '..');
const packages = join(root, 'dist', 'packages');

await setUp();
await buildExtension();
await rm(packages, { recursive: true, force: true });
await mkdir(packages, { recursive: true });
const { version } = JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8'));
for (const name of ['chrome', 'firefox']) {
  const filename = `trigger-simulator-${name}-${version}.zip`;
  await run(
    'npx',
    [
      'web-ext',
      'build',
      '--no-config-discovery',
      '--overwrite-dest',
      '--source-dir',
      join('dist', name),
      '--artifacts-dir',
      packages,
      '--filename',
      filename,
    ],
    { cwd: root, quiet: true },
  );
  console.log(join('dist', 'packages', filename));
}
