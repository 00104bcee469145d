import type { Page } from 'puppeteer-core';
import { type BrowserName, FIREFOX_ID } from '../build/browserManifest.ts';
import type { Command, CommandAnswer } from '../src/messages/command.ts';
import { evaluateInWindow, navigateWithoutWaiting } from './bidi.ts';
import { provideBrowser } from './installBrowser.ts';
import { type Launched, launch } from './launch.ts';

/** How long a condition may take to come true, in ms: machines differ by far more than a factor of ten. */
export const PATIENCE = 120_000;

/** A browser with the extension, driven as a tester would. */
export class Simulator {
  readonly name: BrowserName;
  readonly #launched: Launched;

  private constructor(name: BrowserName, launched: Launched) {
    this.name = name;
    this.#launched = launched;
  }

  static async start(
    name: BrowserName,
    options: {
      headless?: boolean;
      preferences?: Readonly<Record<string, unknown>>;
      say?: (line: string) => void;
    } = {},
  ): Promise<Simulator> {
    const { headless = true, preferences = {}, say = () => {} } = options;
    const path = await provideBrowser(name, say);
    return new Simulator(name, await launch(name, path, { headless, preferences }));
  }

  get browser(): Launched['browser'] {
    return this.#launched.browser;
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** A new tab, and the id by which the extension knows it. */
  async newTab(): Promise<{ page: Page; tabId: number }> {
    const console = await this.#ownPage('src/popup/index.html?tab=-1');
    const before = await tabIds(console);
    const page = await this.browser.newPage();
    const after = await tabIds(console);
    await console.close();
    const tabId = after.find((id) => !before.includes(id));
    if (tabId === undefined) throw new Error('The new tab has no id.');
    page.setDefaultTimeout(PATIENCE);
    return { page, tabId };
  }

  /** The popup for a tab, opened as a page. */
  popupFor(tabId: number): Promise<Page> {
    return this.#ownPage(`src/popup/index.html?tab=${tabId}`);
  }

  /** Opens a page of the extension. */
  async #ownPage(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    const address = `${this.#launched.extensionOrigin}/${path}`;
    if (this.name === 'chrome') {
      await page.goto(address);
    } else {
      await navigateWithoutWaiting(this.browser, page, address);
    }
    await page.waitForSelector('#app > *');
    return page;
  }

  /** Clicks our toolbar button on the page in front, which gives the extension the page's address. */
  async clickToolbarButton(page: Page): Promise<void> {
    await page.bringToFront();
    if (this.name === 'firefox') {
      // What Firefox does on that click before it opens the popup.
      await evaluateInWindow(
        this.browser,
        `void WebExtensionPolicy.getByID(${JSON.stringify(FIREFOX_ID)}).extension.tabManager.addActiveTabPermission(gBrowser.selectedTab)`,
      );
      return;
    }
    const extension = (await this.browser.extensions()).get(this.#launched.extensionId);
    if (!extension) throw new Error('The extension is not installed.');
    await page.triggerExtensionAction(extension);
  }

  /**
   * Answers the browser's question whether the extension may run on a site, before it is asked. In Firefox
   * a preference does; in Chrome the extension gets the permission, so that asking for it asks nobody.
   */
  async answerPermissionQuestion(pattern: string): Promise<void> {
    if (this.name === 'firefox') return;
    const page = await this.browser.newPage();
    await page.goto('chrome://extensions/');
    const parameters = [this.#launched.extensionId, pattern]
      .map((value) => JSON.stringify(value))
      .join(', ');
    // Runs in the browser's own page, which alone has this API.
    await page.evaluate(
      `new Promise((done) => chrome.developerPrivate.addHostPermission(${parameters}, done))`,
    );
    await page.close();
  }
}

/** Sends a command as the popup does, from a page of the extension. */
export const command = (popup: Page, wanted: Command): Promise<CommandAnswer> =>
  popup.evaluate(
    `(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify(wanted)})`,
  ) as Promise<CommandAnswer>;

const tabIds = (page: Page): Promise<number[]> =>
  page.evaluate(
    `(globalThis.browser ?? chrome).tabs.query({}).then((tabs) => tabs.map(({ id }) => id))`,
  ) as Promise<number[]>;
