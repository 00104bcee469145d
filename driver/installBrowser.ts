import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  Browser,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId,
} from '@puppeteer/browsers';
import type { BrowserName } from '../build/browserManifest.ts';
import { DOWNLOADS, EXECUTABLE_VARIABLE, findBrowser } from './findBrowser.ts';

const DOWNLOADED = { chrome: Browser.CHROME, firefox: Browser.FIREFOX } as const;
const DEBIAN_PACKAGE = { chrome: 'chromium', firefox: 'firefox-esr' } as const;

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

async function download(name: BrowserName, say: (line: string) => void): Promise<string> {
  const browser = DOWNLOADED[name];
  const installed = await getInstalledBrowsers({ cacheDir: DOWNLOADS });
  const present = installed.find((one) => one.browser === browser);
  if (present) return present.executablePath;
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error(`there is no download for ${process.platform} on ${process.arch}`);
  const buildId = await resolveBuildId(browser, platform, 'stable');
  say(`Downloading ${browser} ${buildId} …`);
  const { executablePath } = await install({ browser, buildId, cacheDir: DOWNLOADS });
  return executablePath;
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} ended with ${code}`)),
    );
  });
}

async function installDebianPackage(
  name: BrowserName,
  say: (line: string) => void,
): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get'))
    throw new Error('this is not Debian, or not its administrator');
  say(`Installing Debian's package ${DEBIAN_PACKAGE[name]} …`);
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', [
    'install',
    '-qq',
    '--yes',
    '--no-install-recommends',
    DEBIAN_PACKAGE[name],
  ]);
  const found = findBrowser(name);
  if (!found)
    throw new Error('the package was installed, but the browser is not in its usual place');
  return found;
}

/**
 * The executable of a browser that takes our extension: one that is there, or else one that is installed
 * now, by download or, where that is refused, from Debian's packages. `say` hears of long steps.
 * Throws, with what to do, if none can be had.
 */
export async function provideBrowser(
  name: BrowserName,
  say: (line: string) => void,
): Promise<string> {
  const found = findBrowser(name);
  if (found) return found;
  try {
    return await download(name, say);
  } catch (downloadError) {
    try {
      return await installDebianPackage(name, say);
    } catch (packageError) {
      throw new Error(
        `No ${name} was found, and none could be installed.\n` +
          `  Download: ${messageOf(downloadError)}\n  Debian package: ${messageOf(packageError)}\n` +
          `Install one, or set ${EXECUTABLE_VARIABLE[name]} to the path of one.`,
      );
    }
  }
}
