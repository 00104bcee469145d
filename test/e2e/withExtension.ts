import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest';
import type { BrowserName } from '../../build/browserManifest.ts';
import { closePage, command, eventually, Simulator, snapshotOf } from '../../driver/simulator.ts';
import type { Command } from '../../src/messages/command.ts';
import type { Snapshot } from '../../src/messages/snapshot.ts';
import type { PageReport } from '../../src/model/report.ts';
import type { ScenarioOutcome, TimelineEvent } from '../../src/model/timeline.ts';
import type { FoundCounter } from '../../src/model/visitor/counters.ts';
import type { Visitor } from '../../src/model/visitor/visitor.ts';

const firstScriptSaw = v.object({ now: v.number(), referrer: v.string(), cookie: v.string() });

type WithoutTab<C> = C extends { tabId: number } ? Omit<C, 'tabId'> : C;

/** A tab of the staging site. */
export class Tab {
  readonly page: Page;
  readonly tabId: number;
  readonly #simulator: Simulator;

  constructor(page: Page, tabId: number, simulator: Simulator) {
    this.page = page;
    this.tabId = tabId;
    this.#simulator = simulator;
  }

  /** Opens a page of the staging site and waits until it has loaded. */
  async goTo(path: string): Promise<void> {
    const go = () => this.page.goto(inject('origin') + path, { waitUntil: 'load' });
    try {
      await go();
    } catch (error) {
      // Firefox's driver takes a reload that is about to end for one that comes in between.
      if (!(error instanceof Error && error.message.includes('interrupted'))) throw error;
      await go();
    }
  }

  /** Follows a link of the page to another page of the staging site, and waits until that has loaded. */
  async follow(path: string): Promise<void> {
    await Promise.all([
      this.page.waitForNavigation({ waitUntil: 'load' }),
      this.page.evaluate(`setTimeout(() => location.assign(${JSON.stringify(path)})), undefined`),
    ]);
  }

  async snapshot(): Promise<Snapshot> {
    return snapshotOf(await this.#simulator.console(), this.tabId);
  }

  /** The extension's report on the page, once `fits` holds for it. */
  report(what: string, fits: (report: PageReport) => boolean = () => true): Promise<PageReport> {
    return eventually(what, async () => {
      const { report } = await this.snapshot();
      return report && fits(report) ? report : null;
    });
  }

  /** What the first inline script of a page with ?reveal=1 saw. */
  async firstScriptSaw(): Promise<v.InferOutput<typeof firstScriptSaw>> {
    return v.parse(firstScriptSaw, await this.page.evaluate('window.firstScriptSaw'));
  }

  widgetReady(): Promise<PageReport> {
    return this.report('the widget to be ready', ({ widget }) => widget.state === 'ready');
  }

  /** What has become of a scenario, once it is as named. */
  outcome(scenarioId: string, outcome: ScenarioOutcome['outcome']): Promise<ScenarioOutcome> {
    return eventually(`scenario ${scenarioId} to be ${outcome}`, async () => {
      const found = (await this.snapshot()).report?.outcomes[scenarioId];
      return found?.outcome === outcome ? found : null;
    });
  }

  /** The first event of the timeline that fits, once there is one. */
  event(what: string, fits: (event: TimelineEvent) => boolean): Promise<TimelineEvent> {
    return eventually(what, async () => (await this.snapshot()).timeline.find(fits) ?? null);
  }

  /** Sends a command for this tab, as the popup does; throws if it is not done. */
  async command(wanted: WithoutTab<Command>): Promise<void> {
    const problems = await this.tryCommand(wanted);
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
  }

  async tryCommand(wanted: WithoutTab<Command>) {
    const withTab = { ...wanted, tabId: this.tabId };
    const console = await this.#simulator.console();
    return command(console, ('scenario' in wanted ? wanted : withTab) as Command);
  }

  enable(...scenarioIds: readonly string[]): Promise<void> {
    return scenarioIds.reduce(
      (before, scenarioId) =>
        before.then(() => this.command({ command: 'enable scenario', scenarioId, enabled: true })),
      Promise.resolve(),
    );
  }

  /** Makes the page see a visitor, and waits until it has been loaded anew with it. */
  async become(visitor: Visitor): Promise<void> {
    await this.command({ command: 'set visitor', visitor });
    const { simulation } = await this.snapshot();
    await this.report(
      'the page to see the visitor',
      ({ epoch }) => epoch === simulation.epoch || Object.keys(visitor).length === 0,
    );
  }

  /** The visitor that the page sees from its first script on, once it is one that fits. */
  visitorSeen(fits: (visitor: Visitor) => boolean): Promise<Visitor> {
    return eventually('the page to see the visitor', async () => {
      const { simulation, report } = await this.snapshot();
      const isSeen = report?.epoch === simulation.epoch && report.delivery === 'in time';
      return isSeen && fits(simulation.visitor) ? simulation.visitor : null;
    });
  }

  /** A counter by its name, once the extension offers it as one of visits. */
  found(name: string): Promise<FoundCounter> {
    return eventually(`the counter ${name} to be found`, async () => {
      const { counters } = await this.snapshot();
      return counters.find((counter) => counter.name === name) ?? null;
    });
  }

  async close(): Promise<void> {
    // A test may have closed it.
    if (!this.page.isClosed()) await closePage(this.page);
  }
}

/** A tab of the staging site and the popup that shows it. */
export class TabWithPopup extends Tab {
  readonly popup: Page;

  constructor(page: Page, tabId: number, simulator: Simulator, popup: Page) {
    super(page, tabId, simulator);
    this.popup = popup;
  }

  override async close(): Promise<void> {
    if (!this.popup.isClosed()) await closePage(this.popup);
    await super.close();
  }
}

/** The extension in one browser, for the tests of one file. */
export interface Extension {
  readonly name: BrowserName;
  /** The browser; there once the tests run. */
  readonly simulator: () => Simulator;
  /** A new tab; closed after the test. */
  newTab(): Promise<Tab>;
  /** A new tab and its popup; closed after the test. */
  newTabWithPopup(): Promise<TabWithPopup>;
  /** Enables the site of an address. */
  enableSite(address: string): Promise<void>;
}

/** Runs the tests once in each browser, with the extension installed and the staging site enabled. */
export function inBothBrowsers(
  define: (extension: Extension) => void,
  options: {
    enable?: boolean;
    preferences?: Readonly<Record<string, unknown>>;
    /** Gives the folder of the extension to install, if it is not the built one. */
    extension?: (name: BrowserName) => Promise<string>;
  } = {},
): void {
  const { enable = true, preferences = {}, extension } = options;
  describe.each(['chrome', 'firefox'] as const)('in %s', (name) => {
    let simulator: Simulator;
    let tabs: Tab[] = [];
    let stored: unknown;

    const begin = async <T extends Tab>(tab: T): Promise<T> => {
      tabs.push(tab);
      await tab.page.bringToFront();
      return tab;
    };

    const newTab = async () => {
      const { page, tabId } = await simulator.newTab();
      return begin(new Tab(page, tabId, simulator));
    };

    const newTabWithPopup = async () => {
      const { page, tabId } = await simulator.newTab();
      const popup = await simulator.popupFor(tabId);
      return begin(new TabWithPopup(page, tabId, simulator, popup));
    };

    const enableSite = async (address: string) => {
      const { page, tabId } = await simulator.newTab();
      await page.goto(address);
      const popup = await simulator.enableSite(page, tabId);
      await closePage(popup);
      await closePage(page);
    };

    beforeAll(async () => {
      simulator = await Simulator.start(name, {
        preferences,
        ...(extension && { extension: await extension(name) }),
      });
      // Without the widget, which would leave its own entries in the site's storage.
      if (enable) await enableSite(`${inject('origin')}/faq?widget=none`);
      stored = await simulator.stored();
    });

    afterEach(async ({ task }) => {
      for (const tab of tabs.splice(0)) await tab.close();
      // A test that has failed half-way begins anew with what the others began with.
      if (task.result?.state === 'fail') await simulator.restore(stored);
    });

    afterAll(async () => {
      tabs = [];
      await simulator?.close();
    });

    define({
      name,
      simulator: () => simulator,
      newTab,
      newTabWithPopup,
      enableSite,
    });
  });
}
