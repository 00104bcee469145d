import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { startStagingSite } from '../demo/server.mjs';
import { command, eventually, Simulator, snapshotOf } from '../driver/simulator.ts';
import { inviteToShow } from '../driver/widget.ts';
import type { Command } from '../src/messages/command.ts';
import { OVERLAY_ID } from '../src/messages/overlay.ts';
import type { Snapshot } from '../src/messages/snapshot.ts';
import { Album, POPUP } from './album.ts';

const DOCS = join(import.meta.dirname, '..', 'docs');
const PAGE = { width: 900, height: 640 };
/** High enough for all cards of the visitor. */
const HIGH = { width: 400, height: 1240 };

const RURITANIA = { name: 'Ruritania', code: null, latitude: 47.1, longitude: 19.5 };
const CHRISTMAS_EVE = { at: '2026-12-24 18:00', timeZone: 'Europe/Berlin' };

const SAVED = [
  { id: 'faq', name: 'From the FAQ', visitor: { referrer: { value: 'www.contoso.com/FAQ' } } },
  {
    id: 'christmas',
    name: 'Returning, Christmas Eve',
    visitor: {
      clock: CHRISTMAS_EVE,
      country: RURITANIA,
      visits: { number: 3, store: 'cookie', name: 'timesPageVisited' },
    },
  },
] as const;

const PACK = JSON.stringify({
  format: 'trigger-simulator-pack',
  version: 1,
  scenarios: [],
  visitors: [
    {
      id: 'faq',
      name: 'From the FAQ',
      visitor: { referrer: { value: 'https://www.contoso.com/FAQ' } },
    },
    { id: 'first', name: 'For the first time', visitor: { visits: { first: true } } },
  ],
});

/** What all stories have at hand. */
interface Stage {
  readonly simulator: Simulator;
  readonly album: Album;
  /** Of the staging site. */
  readonly origin: string;
}

/** A tab of the staging site, and the popup that shows it. */
class Scene {
  readonly page: Page;
  readonly popup: Page;
  readonly tabId: number;

  constructor(page: Page, popup: Page, tabId: number) {
    this.page = page;
    this.popup = popup;
    this.tabId = tabId;
  }

  static async at({ simulator, origin }: Stage, path: string): Promise<Scene> {
    const { page, tabId } = await simulator.newTab();
    await page.goto(origin + path);
    return new Scene(page, await simulator.popupFor(tabId), tabId);
  }

  async order(wanted: Command): Promise<void> {
    const problems = await command(this.popup, wanted);
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
  }

  /** Waits until what is known of the tab is as it should be. */
  until(what: string, fits: (snapshot: Snapshot) => boolean | undefined): Promise<true> {
    return eventually(what, async () =>
      fits(await snapshotOf(this.popup, this.tabId)) ? true : null,
    );
  }

  widgetReady(): Promise<true> {
    return this.until('the widget to be ready', ({ report }) => report?.widget.state === 'ready');
  }

  event(kind: string): Promise<true> {
    return this.until(`an event “${kind}”`, ({ timeline }) =>
      timeline.some((event) => event.kind === kind),
    );
  }

  /** A page that is not in front is not drawn, and so cannot be clicked. */
  async click(selector: string): Promise<void> {
    await this.popup.bringToFront();
    await this.popup.locator(selector).click();
  }

  /** Shows one of the popup's views. */
  show(tab: 'scenarios' | 'visitor' | 'site' | 'timeline'): Promise<void> {
    return this.click(`[data-tab=${tab}]`);
  }

  /** Opens a dialog, has it seen to, and closes it. */
  async inDialog(opener: string, see: () => Promise<void>): Promise<void> {
    await this.click(opener);
    await this.popup.waitForSelector('dialog[open]');
    await see();
    await this.popup.keyboard.press('Escape');
    await this.popup.waitForSelector('dialog', { hidden: true });
  }

  async close(): Promise<void> {
    await this.popup.close();
    await this.page.close();
  }
}

/** Where the tool cannot do anything yet, or never: before the tester has enabled the site. */
async function beforeEnabling(stage: Stage): Promise<void> {
  const { simulator, album, origin } = stage;
  const { page, tabId } = await simulator.newTab();
  await page.goto(`${origin}/knowledge-base`);
  const hidden = await simulator.popupFor(tabId);
  await hidden.waitForSelector('.statement');
  await album.take(hidden, 'site-hidden', 'A page that the tool may not see yet');
  await hidden.close();

  await simulator.clickToolbarButton(page);
  const off = await simulator.popupFor(tabId);
  await off.waitForSelector('button ::-p-text(Enable on)');
  await album.take(off, 'site-off', 'A site that is not enabled');
  await off.close();

  const popup = await simulator.enableSite(page, tabId);
  await popup.close();
  await page.close();

  const welcome = await simulator.ownPage('src/popup/welcome.html');
  await album.take(welcome, 'welcome', 'The first steps', PAGE);
  // Of the pages on which nothing can be simulated, the only ones whose address an extension is told.
  const ownId = Number(await welcome.evaluate('chrome.tabs.getCurrent().then(({ id }) => id)'));
  const forbidden = await simulator.popupFor(ownId);
  await forbidden.waitForSelector('.statement');
  await album.take(forbidden, 'site-forbidden', 'A page on which no extension may run');
  await forbidden.close();
  await welcome.close();
}

/** A tester's afternoon: a visitor on Christmas Eve, a wait that is skipped, and an invite. */
async function simulatedVisitor(stage: Stage): Promise<void> {
  const { album } = stage;
  const scene = await Scene.at(stage, '/knowledge-base');
  const { popup, page, tabId } = scene;
  await scene.widgetReady();
  for (const saved of SAVED) await scene.order({ command: 'save visitor', saved });
  await scene.show('visitor');
  await album.take(popup, 'visitor-real', 'The real visitor');

  await scene.order({
    command: 'set visitor',
    tabId,
    visitor: {
      clock: CHRISTMAS_EVE,
      country: RURITANIA,
      referrer: { value: 'www.contoso.com/FAQ' },
    },
  });
  await scene.until('the visitor', ({ report, simulation }) => report?.epoch === simulation.epoch);
  for (const scenarioId of ['waitTime', 'exitIntent', 'referrer'])
    await scene.order({ command: 'enable scenario', tabId, scenarioId, enabled: true });
  await scene.widgetReady();
  await scene.order({ command: 'skip', tabId, ms: 6000 });
  await scene.show('scenarios');
  await popup.waitForSelector('[data-scenario=waitTime] .pill[data-state=waiting]');
  await album.take(popup, 'scenarios-closed', 'Scenarios and where they stand');
  await scene.click('[data-scenario=waitTime] .card-title');
  await album.take(popup, 'scenarios', 'A scenario, condition by condition');
  await scene.click('[data-action=present]');
  await album.take(popup, 'present', 'Presenting: the switch of the overlay, and the scenario');
  await scene.click('[data-action=present]');

  await scene.click('[data-scenario=waitTime] button ::-p-text(Edit…)');
  await popup.waitForSelector('form.editor');
  await album.take(popup, 'editor', 'The conditions of a scenario');
  await popup.$eval('.editor-body', (body) => body.scrollTo(0, body.scrollHeight));
  await album.take(popup, 'editor-invite', 'Its invite, and the context for the agent');
  await popup.locator('button ::-p-text(Cancel)').click();

  await scene.show('visitor');
  await album.take(popup, 'visitor', 'The visitor that the page sees');
  await popup.locator('label:has([name=visits][value=nth])').click();
  await popup.setViewport(HIGH);
  await popup.$eval('form.visitor .cards', (cards) => cards.scrollTo(0, 0));
  await album.take(popup, 'visitor-all', 'All that can be set of a visitor', HIGH);
  await popup.setViewport(POPUP);
  await scene.inDialog('[data-action=save-visitor]', () =>
    album.take(popup, 'visitor-save', 'Saving a visitor'),
  );
  await scene.inDialog('[data-action=compare]', () =>
    album.take(popup, 'visitor-compare', 'Saved visitors side by side'),
  );

  await scene.order({ command: 'present', tabId, scenarioId: 'referrer' });
  await scene.order({ command: 'set overlay', tabId, isOn: true });
  await page.bringToFront();
  await page.waitForSelector(`#${OVERLAY_ID}`);
  await album.take(page, 'overlay', 'The overlay that tells an audience the story', PAGE);
  await scene.order({ command: 'set overlay', tabId, isOn: false });
  await scene.order({ command: 'skip', tabId, ms: 20_000 });
  await inviteToShow(page);
  await scene.event('shown');
  await scene.order({ command: 'fire', tabId, scenarioId: 'dateWindow' });
  await scene.event('blocked');
  await album.takePage(page, 'invite', 'The invite on the page', PAGE);
  await scene.show('scenarios');
  await scene.click('[data-scenario=waitTime] .card-title');
  await album.take(popup, 'scenarios-outcomes', 'What became of the invites');
  await scene.show('timeline');
  await album.take(popup, 'timeline', 'The timeline');
  await album.take(popup, 'page', 'The same as a page of its own', PAGE);
  await popup.setViewport(POPUP);
  await scene.click('.timeline .save');
  await album.take(popup, 'timeline-save', 'Saving the evidence, or a run');
  await scene.click('[data-action=save-run]');
  await popup.locator('[name="saved.name"]').fill('From the FAQ, on Christmas Eve');
  await album.take(popup, 'run-save', 'Saving what has happened as a run');
  await popup.keyboard.press('Enter');
  await popup.waitForSelector('dialog', { hidden: true });
  await scene.click('.runs summary');
  await album.take(popup, 'runs', 'The saved runs, to be played again');
  await scene.close();
}

/** A page with trigger code of its own, and what is seen of that. */
async function siteCode(stage: Stage): Promise<void> {
  const { album } = stage;
  const scene = await Scene.at(stage, '/own/knowledge-base');
  const { popup, tabId } = scene;
  await scene.widgetReady();
  await scene.order({ command: 'enable scenario', tabId, scenarioId: 'referrer', enabled: true });
  await scene.show('scenarios');
  await scene.click('[data-scenario=referrer] .card-title');
  await popup.waitForSelector('[data-scenario=referrer] .pill[data-state="not met"]');
  await album.take(popup, 'scenarios-not-met', 'Why a scenario does not invite');
  await scene.show('site');
  await album.take(popup, 'site', 'A page that is not watched');
  await popup.locator('button ::-p-text(Watch this page)').click();
  await popup.waitForSelector('button ::-p-text(Watch this page)', { hidden: true });
  await scene.widgetReady();
  await album.take(popup, 'site-watched', 'The site’s own code, and why it does not invite');
  await scene.close();
}

/** Packs, out of the library and into it. */
async function packs(stage: Stage): Promise<void> {
  const { album } = stage;
  const scene = await Scene.at(stage, '/knowledge-base');
  const { popup } = scene;
  const paste = async (text: string) => {
    await popup.locator('dialog textarea').fill(text);
  };
  await scene.widgetReady();
  await scene.show('scenarios');
  await scene.inDialog('[data-action=export]', () =>
    album.take(popup, 'pack-export', 'Exporting a pack'),
  );
  await scene.inDialog('[data-action=import]', async () => {
    await album.take(popup, 'pack-import', 'Importing a pack');
    await paste(PACK.replace('"visitors"', '"vistors"'));
    await popup.waitForSelector('dialog .pack-problems');
    await album.take(popup, 'pack-broken', 'A pack with a fault');
    await paste(PACK);
    await popup.waitForSelector('dialog .difference');
    await album.take(popup, 'pack-changes', 'What an import would change');
  });
  await scene.close();
}

/** A production site: a dry run, and the question before anything live. */
async function production(stage: Stage): Promise<void> {
  const { album } = stage;
  const scene = await Scene.at(stage, '/product');
  const { popup, tabId } = scene;
  await scene.widgetReady();
  await scene.order({ command: 'mark production', tabId, isProduction: true });
  await scene.until('the dry run', ({ report }) => report?.invites === 'dry run');
  await scene.order({ command: 'fire', tabId, scenarioId: 'waitTime' });
  await scene.show('scenarios');
  await popup.waitForSelector('[data-scenario=waitTime] .pill[data-state=recorded]');
  await scene.click('[data-scenario=waitTime] .card-title');
  await album.take(popup, 'dry-run', 'A dry run: recorded, and not passed to the widget');
  await scene.click('.site-settings summary');
  await album.take(popup, 'site-settings', 'A site that is marked as production');
  await scene.click('.site-settings summary');
  await scene.inDialog('.dry-run [role=switch]', () =>
    album.take(popup, 'production-question', 'The question before anything live'),
  );
  await scene.order({ command: 'mark production', tabId, isProduction: false });
  await scene.close();
}

/** A page without a widget, and the stand-in there. */
async function withoutWidget(stage: Stage): Promise<void> {
  const { album } = stage;
  const scene = await Scene.at(stage, '/product?widget=none');
  const { popup, page, tabId } = scene;
  await scene.until('no widget', ({ report }) => report?.widget.state === 'none');
  await scene.show('scenarios');
  await album.take(popup, 'no-widget', 'A page without a widget');
  await scene.click('[data-action=stand-in]');
  await scene.widgetReady();
  await scene.order({ command: 'fire', tabId, scenarioId: 'dateWindow' });
  await scene.event('shown');
  await album.take(popup, 'stand-in', 'The stand-in widget, told of in the popup');
  await album.takePage(page, 'stand-in-page', 'The stand-in widget on the page', PAGE);
  await scene.show('timeline');
  await scene.order({ command: 'clear timeline', tabId });
  await popup.waitForSelector('.nothing');
  await album.take(popup, 'timeline-empty', 'An empty timeline');
  await scene.close();
}

/** A page on which the widget reports that it failed. */
async function widgetError(stage: Stage): Promise<void> {
  const { album } = stage;
  const scene = await Scene.at(stage, '/product?widget=none');
  const { popup, page } = scene;
  await scene.until('no widget', ({ report }) => report?.widget.state === 'none');
  // What a widget tells that could not begin.
  await page.evaluate(`dispatchEvent(new CustomEvent('lcw:error', {
    detail: { errorCode: 1, errorDescription: 'The chat is not set up for this organisation.' },
  }))`);
  await popup.waitForSelector('.site-line .pill[data-state=error]');
  await scene.show('scenarios');
  await album.take(popup, 'widget-error', 'A widget that reports an error');
  await scene.close();
}

/** The panel beside a page. */
async function beside(stage: Stage): Promise<void> {
  const { album, simulator } = stage;
  const scene = await Scene.at(stage, '/product');
  const { page, tabId } = scene;
  await scene.widgetReady();
  await scene.order({ command: 'enable scenario', tabId, scenarioId: 'exitIntent', enabled: true });
  const panel = await simulator.panelBeside(page);
  await page.bringToFront();
  // A panel is as large as the browser makes it.
  const [width = 0, height = 0] = await panel.evaluate(() => [innerWidth, innerHeight]);
  await album.take(panel, 'panel', 'The panel beside the page', { width, height });
  await panel.close();
  await scene.close();
}

/** A page that was loaded before an update of the extension. */
async function afterUpdate(stage: Stage): Promise<void> {
  const { album, simulator } = stage;
  const { page, popup, tabId } = await Scene.at(stage, '/product');
  await simulator.updateExtension();
  if (!popup.isClosed()) await popup.close();
  const after = new Scene(page, await simulator.popupFor(tabId), tabId);
  await after.popup.waitForSelector('main > *');
  await album.take(after.popup, 'updated', 'A page from before an update');
  await after.close();
}

/** Plays short stories on the staging site and takes every view in light and dark colours. */
export async function takeScreenshots(): Promise<void> {
  const site = await startStagingSite();
  const simulator = await Simulator.start('chrome', { say: console.log });
  const album = await Album.begin(join(DOCS, 'images'));
  try {
    const stage = { simulator, album, origin: site.origin };
    for (const story of [
      beforeEnabling,
      simulatedVisitor,
      siteCode,
      packs,
      production,
      withoutWidget,
      widgetError,
      beside,
      afterUpdate,
    ])
      await story(stage);
    await album.writePage(join(DOCS, 'views.md'), 'Every view', 'images');
    console.log(`Written to ${DOCS}`);
  } finally {
    await simulator.close();
    await site.close();
  }
}
