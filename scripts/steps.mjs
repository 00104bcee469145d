import { spawn } from 'node:child_process';

/** How often a long step says that it is still at work, in ms. */
const STILL_AT_IT = 15_000;

/** @param {number} since performance.now() at the beginning */
const seconds = (since) => `${Math.round((performance.now() - since) / 1000)} s`;

/**
 * Does a long step and says what it is, that it goes on, and how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = performance.now();
  console.log(`▸ ${title} …`);
  const timer = setInterval(
    () => console.log(`  still at it: ${title} (${seconds(began)})`),
    STILL_AT_IT,
  );
  try {
    const result = await work();
    console.log(`  done in ${seconds(began)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Runs a command. What it prints is shown at once, or, if quiet, only when it fails.
 * Throws if it cannot be started or ends with anything but 0.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, quiet?: boolean, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<void>}
 */
export function run(command, args, { cwd, quiet = false, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      // On Windows npm and npx are scripts, which only a shell runs.
      shell: process.platform === 'win32',
    });
    /** @type {Buffer[]} */
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(output));
      reject(new Error(`${command} ${args.join(' ')} ended with ${code ?? signal}`));
    });
  });
}
