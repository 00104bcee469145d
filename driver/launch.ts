import { join } from 'node:path';
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { type BrowserName, FIREFOX_ID } from '../build/browserManifest.ts';

/** The folder of a browser's built extension. */
export const builtExtension = (name: BrowserName): string =>
  join(import.meta.dirname, '..', 'dist', name);

/** Firefox names an extension's pages by an id of its own making; tests and tour give it one. */
const FIREFOX_UUID = '5c9ed6b7-3f4e-4a55-9f1d-0b5c8c2f7a11';

const CHROME_ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  // The sandbox cannot be set up by the administrator of a container.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const FIREFOX_PREFERENCES = {
  'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
  // The browser's own questions cannot be answered by a driver.
  'extensions.webextOptionalPermissionPrompts': false,
  'geo.prompt.testing': true,
  'geo.prompt.testing.allow': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.normandy.enabled': false,
};

export interface Launched {
  readonly browser: Browser;
  /** Where the extension's own pages are, without a slash at the end. */
  readonly extensionOrigin: string;
  readonly extensionId: string;
}

export interface BrowserOptions {
  /** False opens a window. */
  readonly headless: boolean;
  /** Firefox's, on top of our own. */
  readonly preferences?: Readonly<Record<string, unknown>>;
  /** The folder of a profile to use and keep; a new one is made and removed if there is none. */
  readonly profile?: string;
  /** The folder of the extension to install; the built one if there is none. */
  readonly extension?: string;
  /** Variables of the environment on top of this process's, such as TZ. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A browser without our extension, but with everything else as tests and tour need it. */
export function launchBrowser(
  name: BrowserName,
  executablePath: string,
  { headless, preferences, profile, environment }: BrowserOptions,
): Promise<Browser> {
  const common: LaunchOptions = {
    executablePath,
    headless,
    defaultViewport: headless ? { width: 1200, height: 800 } : null,
    // Nobody here listens for requests, and to be told of each makes a Firefox that is driven slower and slower.
    networkEnabled: false,
    protocolTimeout: 300_000,
    // Staging sites often have certificates that nobody has signed.
    acceptInsecureCerts: true,
    timeout: 120_000,
    ...(profile && { userDataDir: profile }),
    env: { ...process.env, ...environment },
  };
  if (name === 'chrome') {
    return puppeteer.launch({
      ...common,
      pipe: true,
      enableExtensions: true,
      args: CHROME_ARGUMENTS,
    });
  }
  return puppeteer.launch({
    ...common,
    browser: 'firefox',
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { ...FIREFOX_PREFERENCES, ...preferences },
  });
}

/** A browser with our built extension in it. */
export async function launch(
  name: BrowserName,
  executablePath: string,
  options: BrowserOptions,
): Promise<Launched> {
  const browser = await launchBrowser(name, executablePath, options);
  const extensionId = await install(browser, options.extension ?? builtExtension(name));
  const extensionOrigin =
    name === 'chrome' ? `chrome-extension://${extensionId}` : `moz-extension://${FIREFOX_UUID}`;
  return { browser, extensionId, extensionOrigin };
}

/** Installs our extension from a folder and gives its id; a browser without it is of no use, and is closed. */
async function install(browser: Browser, folder: string): Promise<string> {
  try {
    return await browser.installExtension(folder);
  } catch (error) {
    await browser.close();
    throw error;
  }
}
