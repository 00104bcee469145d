import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Visitor } from '../src/model/visitor/visitor.ts';

const ROOT = join(import.meta.dirname, '..');
const LONGEST_SCRIPT = 64 * 1024 * 1024;

/** What `npm run page-script` takes: the parts of a simulation that a page can be made with. */
export interface ScriptedSimulation {
  readonly visitor: Visitor;
}

/**
 * The page script with a simulation built in, as `npm run --silent page-script` prints it: for a driver's
 * own way to run a script before a page's, such as puppeteer's `evaluateOnNewDocument`.
 */
export async function pageScript(simulation: ScriptedSimulation): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'page-script-'));
  try {
    const file = join(folder, 'simulation.json');
    await writeFile(file, JSON.stringify(simulation));
    const { stdout } = await promisify(execFile)(
      'npm',
      ['run', '--silent', 'page-script', '--', file],
      {
        cwd: ROOT,
        maxBuffer: LONGEST_SCRIPT,
        // On Windows npm is a script, which only a shell runs.
        shell: process.platform === 'win32',
      },
    );
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}
