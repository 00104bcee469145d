import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { type BrowserName, FIREFOX_ID } from '../build/browserManifest.ts';
import {
  type Command,
  type CommandAnswer,
  commandAnswerSchema,
  PORT_PREFIX,
} from '../src/messages/command.ts';
import { newsSchema, type Snapshot, withNews } from '../src/messages/snapshot.ts';
import type { Text } from '../src/model/text.ts';
import type { TimelineEvent } from '../src/model/timeline.ts';
import { evaluateInWindow, navigateWithoutWaiting } from './bidi.ts';
import { provideBrowser } from './installBrowser.ts';
import { builtExtension, type Launched, launch } from './launch.ts';

/** How long a condition may take to come true, in ms: machines differ by far more than a factor of ten. */
export const PATIENCE = 120_000;

/** The id that no tab has. */
const NO_TAB = -1;

/** A browser with the extension, driven as a tester would. */
export class Simulator {
  readonly name: BrowserName;
  readonly #launched: Launched;
  readonly #folder: string;
  #console: Promise<Page> | null = null;

  private constructor(name: BrowserName, launched: Launched, folder: string) {
    this.name = name;
    this.#launched = launched;
    this.#folder = folder;
  }

  static async start(
    name: BrowserName,
    options: {
      headless?: boolean;
      preferences?: Readonly<Record<string, unknown>>;
      /** The folder of a profile to use and keep. */
      profile?: string;
      /** The folder of the extension, if it is not the built one. */
      extension?: string;
      say?: (line: string) => void;
    } = {},
  ): Promise<Simulator> {
    const {
      headless = true,
      say = () => {},
      extension = builtExtension(name),
      ...settings
    } = options;
    const path = await provideBrowser(name, say);
    const launched = await launch(name, path, { headless, extension, ...settings });
    return new Simulator(name, launched, extension);
  }

  get browser(): Launched['browser'] {
    return this.#launched.browser;
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** A page of the extension that shows no tab, from which it is asked and told things; one for all, kept open. */
  async console(): Promise<Page> {
    this.#console ??= this.popupFor(NO_TAB);
    return this.#console;
  }

  /** Closes the console until it is asked for again: where somebody sees the browser's tabs, it is none of theirs. */
  async closeConsole(): Promise<void> {
    const console = await this.#console;
    this.#console = null;
    if (console) await closePage(console);
  }

  /** A new tab, in the window there is or in one of its own, and the id by which the extension knows it. */
  async newTab(type: 'tab' | 'window' = 'tab'): Promise<{ page: Page; tabId: number }> {
    const console = await this.console();
    const before = await tabIds(console);
    const page = await this.browser.newPage({ type });
    const after = await tabIds(console);
    const tabId = after.find((id) => !before.includes(id));
    if (tabId === undefined) throw new Error('The new tab has no id.');
    page.setDefaultTimeout(PATIENCE);
    return { page, tabId };
  }

  /** The page on which the extension itself shows a tab, such as after “Open as a page”; once there is one. */
  openedPage(tabId: number, fragment = ''): Promise<Page> {
    const end = `src/popup/index.html?tab=${tabId}${fragment}`;
    return eventually(`a page at ${end}`, async () => {
      for (const page of await this.browser.pages()) {
        // Firefox does not tell its driver of the address of an extension's page.
        const address = await page.evaluate('location.href').catch(() => '');
        if (!String(address).endsWith(end)) continue;
        page.setDefaultTimeout(PATIENCE);
        return page;
      }
      return null;
    });
  }

  /** The popup for a tab, opened as a page: in a tab before it, or in a window beside it. */
  popupFor(tabId: number, type: 'tab' | 'window' = 'tab'): Promise<Page> {
    return this.ownPage(`src/popup/index.html?tab=${tabId}`, type);
  }

  /**
   * The panel beside the page in front: in Chromium opened from the popup of the toolbar button, as a
   * tester does. Firefox's sidebar is no page to its driver, so there its page is opened in a tab; the
   * sidebar itself is had from `panelOf`.
   */
  async panelBeside(page: Page): Promise<Page> {
    if (this.name === 'firefox') return this.ownPage('src/popup/panel.html');
    await this.clickToolbarButton(page);
    const popup = await this.shownPage('src/popup/index.html');
    await popup.locator('button ::-p-text(Open side panel)').click();
    return this.shownPage('src/popup/panel.html');
  }

  /** A page of the extension that Chromium shows by itself. */
  async shownPage(path: string): Promise<Page> {
    const address = `${this.#launched.extensionOrigin}/${path}`;
    const target = await this.browser.waitForTarget((one) => one.url() === address, {
      timeout: PATIENCE,
    });
    const page = await target.asPage();
    page.setDefaultTimeout(PATIENCE);
    return page;
  }

  /**
   * Enables the site of a page as a tester does, with a click in the popup, and waits until the page has
   * been loaded anew. Gives the popup.
   */
  async enableSite(page: Page, tabId: number): Promise<Page> {
    await this.clickToolbarButton(page);
    const { hostname } = new URL(page.url());
    await this.answerPermissionQuestion(`*://${hostname}/*`);
    const popup = await this.popupFor(tabId);
    await popup.locator('button ::-p-text(Enable on)').click();
    await eventually('the site to be enabled', async () => (await snapshotOf(popup, tabId)).report);
    return popup;
  }

  /** Moves the visitor's pointer over the page in front, then out of it to the top, as to close the tab. */
  async leavePage(page: Page): Promise<void> {
    const x = 300;
    const inside = 300;
    if (this.name === 'chrome') {
      await page.mouse.move(x, inside);
      await page.mouse.move(x, -5);
      return;
    }
    // WebDriver refuses to move the pointer out of the page, so it is moved in Firefox's window.
    await evaluateInWindow(
      this.browser,
      `(async () => {
        const { x, y } = gBrowser.selectedBrowser.getBoundingClientRect();
        for (const top of [y + ${inside}, y - 5]) {
          window.synthesizeMouseEvent('mousemove', x + ${x}, top, {}, {});
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
      })()`,
    );
  }

  /** Installs the extension once more over itself, as an update does: whatever it was doing ends, and it begins again. */
  async updateExtension(): Promise<void> {
    const registered = 'browser.scripting.getRegisteredContentScripts().then((all) => all.length)';
    const before = await inOwnPage(await this.console(), registered);
    // The browser would close it with the extension's other pages, in its own time.
    await this.closeConsole();
    await this.browser.installExtension(this.#folder);
    await eventually('the extension to be in the pages of its sites again', async () =>
      (await inOwnPage(await this.console(), registered)) === before ? true : null,
    );
  }

  /** All that the extension has stored to stay: settings, library, counts of visits. */
  async stored(): Promise<unknown> {
    return inOwnPage(await this.console(), 'browser.storage.local.get(null)');
  }

  /** Puts that back in place of what is stored now. */
  async restore(stored: unknown): Promise<void> {
    const local = 'browser.storage.local';
    const put = `${local}.set(${JSON.stringify(stored)})`;
    await inOwnPage(await this.console(), `${local}.clear().then(() => ${put})`);
    // What is stored is read once by the background that runs.
    await this.updateExtension();
  }

  /** Ends the browser without giving it time for anything, as a crash does. */
  async kill(): Promise<void> {
    const process = this.browser.process();
    if (!process) throw new Error('The browser is not ours to end.');
    const ended = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await ended;
  }

  /** Stops the extension's background, as browsers do when it has been idle for a while. */
  async stopBackground(): Promise<void> {
    if (this.name === 'firefox') {
      await evaluateInWindow(
        this.browser,
        `WebExtensionPolicy.getByID(${JSON.stringify(FIREFOX_ID)}).extension.terminateBackground()`,
      );
      return;
    }
    const target = await this.browser.waitForTarget(
      (one) =>
        one.type() === 'service_worker' && one.url().startsWith(this.#launched.extensionOrigin),
    );
    const worker = await target.worker();
    try {
      await worker?.close();
    } catch (error) {
      // It has just stopped by itself.
      if (!(error instanceof Error && error.message.includes('No session'))) throw error;
    }
  }

  /** Opens a page of the extension. */
  async ownPage(path: string, type: 'tab' | 'window' = 'tab'): Promise<Page> {
    const page = await this.browser.newPage({ type });
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
    await closePage(page);
  }
}

/** How long the driver may take to hear that a page has closed, in ms. */
const CLOSING = 30_000;

/** Closes a page. On a busy machine Chromium may not tell its driver that it has. */
export const closePage = async (page: Page): Promise<void> => {
  await Promise.race([page.close(), setTimeout(CLOSING, undefined, { ref: false })]);
};

/**
 * Calls until the answer is there, or until patience (in ms) ends.
 * Throws an error that names what was waited for.
 */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | null>,
  patience = PATIENCE,
): Promise<T> {
  const end = Date.now() + patience;
  // Whoever has waited for long can wait a little longer: each look is work for the browser.
  for (let pause = 50; ; pause = Math.min(pause * 1.5, 500)) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s in vain for ${what}.`);
    await setTimeout(pause);
  }
}

/**
 * Evaluates an expression in one of our own pages, where `browser` is the extension API. The answer comes
 * as JSON, because BiDi leaves out an object that stands in an answer twice.
 */
async function inOwnPage(page: Page, expression: string): Promise<unknown> {
  const json: unknown = await page.evaluate(
    `(async (browser) => JSON.stringify((await ${expression}) ?? null))(globalThis.browser ?? chrome)`,
  );
  return JSON.parse(String(json));
}

/** The ids of all tabs. */
const tabIds = async (page: Page): Promise<number[]> =>
  v.parse(
    v.array(v.number()),
    await inOwnPage(page, 'browser.tabs.query({}).then((tabs) => tabs.map(({ id }) => id))'),
  );

/** Sends a command as the popup does; gives what kept it from being done. */
export async function command(popup: Page, wanted: Command): Promise<CommandAnswer> {
  const answer = await inOwnPage(popup, `browser.runtime.sendMessage(${JSON.stringify(wanted)})`);
  return v.parse(commandAnswerSchema, answer);
}

/** Tells the background of many events of a tab, as the bridge of its document does when they happen. */
export async function tellEvents(
  popup: Page,
  tabId: number,
  events: readonly TimelineEvent[],
): Promise<void> {
  await inOwnPage(
    popup,
    `browser.scripting.executeScript({
      target: { tabId: ${tabId} },
      args: [${JSON.stringify(events)}],
      func: async (events) => {
        const { runtime } = globalThis.browser ?? chrome;
        const tell = (event) =>
          runtime.sendMessage({ kind: 'observed', observation: { kind: 'event', event } });
        // Many at once, as the background gathers them.
        for (let at = 0; at < events.length; at += 500)
          await Promise.all(events.slice(at, at + 500).map(tell));
      },
    })`,
  );
}

/** What the extension knows of a tab now, as it tells a popup. */
export async function snapshotOf(popup: Page, tabId: number): Promise<Snapshot> {
  const news = await inOwnPage(
    popup,
    `new Promise((resolve) => {
      const port = browser.runtime.connect({ name: '${PORT_PREFIX}${tabId}' });
      const all = [];
      let toCome = null;
      port.onMessage.addListener((news) => {
        // What has changed since is for a later look.
        if (toCome !== null && news.news === 'state') return;
        all.push(news);
        toCome = news.news === 'state' ? news.olderToCome : toCome - news.events.length;
        if (toCome > 0) return;
        port.disconnect();
        resolve(all);
      });
    })`,
  );
  const snapshot = v
    .parse(v.array(newsSchema), news)
    .reduce<Snapshot | null>((before, one) => withNews(before, one), null);
  if (!snapshot) throw new Error('The background told nothing of the tab.');
  return snapshot;
}

/** A text as the extension shows it. */
export const wordsOf = async (popup: Page, { key, values }: Text): Promise<string> =>
  String(
    await inOwnPage(
      popup,
      `browser.i18n.getMessage(${JSON.stringify(key)}, ${JSON.stringify(values)})`,
    ),
  );
