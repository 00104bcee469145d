import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../build/browserManifest.ts';

/** The environment variables that name a browser's executable. */
export const EXECUTABLE_VARIABLE: Readonly<Record<BrowserName, string>> = {
  chrome: 'TRIGGER_SIMULATOR_CHROME',
  firefox: 'TRIGGER_SIMULATOR_FIREFOX',
};

/** Where npm scripts put a browser that they had to download; see installBrowser. */
export const DOWNLOADS = join(import.meta.dirname, '..', '.cache', 'browsers');

// Branded Chrome takes no unpacked extension from the command line since version 137, so it is not looked for.
const USUAL_PLACES: Readonly<
  Record<BrowserName, Partial<Record<NodeJS.Platform, readonly string[]>>>
> = {
  chrome: {
    linux: [
      'chromium',
      'chromium-browser',
      'google-chrome-for-testing',
      'microsoft-edge',
      'microsoft-edge-stable',
    ],
    darwin: [
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: ['Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'],
  },
  firefox: {
    linux: ['firefox', 'firefox-esr'],
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox\\firefox.exe'],
  },
};

/** The folders that a bare name is looked for in. */
function folders(): readonly string[] {
  const { PATH = '', PROGRAMFILES = '', LOCALAPPDATA = '' } = process.env;
  const more = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'] ?? '', LOCALAPPDATA];
  if (process.platform === 'win32') return more.filter(Boolean);
  return [...PATH.split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(Boolean);
}

/**
 * The executable of a browser: the one that its environment variable names, or one in the usual places.
 * Null if there is none. Throws if the variable names a file that does not exist.
 */
export function findBrowser(name: BrowserName): string | null {
  const variable = EXECUTABLE_VARIABLE[name];
  const named = process.env[variable];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(
      `${variable} is ${named}, but there is no such file. Correct it, or unset it to have a browser found.`,
    );
  }
  const candidates = USUAL_PLACES[name][process.platform] ?? [];
  for (const candidate of candidates) {
    const paths = candidate.startsWith('/')
      ? [candidate]
      : folders().map((folder) => join(folder, candidate));
    const found = paths.find((path) => existsSync(path));
    if (found) return found;
  }
  return null;
}
