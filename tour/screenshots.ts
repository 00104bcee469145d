import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page, Viewport } from 'puppeteer-core';
import { startStagingSite } from '../demo/server.mjs';
import { command, eventually, Simulator, snapshotOf } from '../driver/simulator.ts';
import { inviteToShow } from '../driver/widget.ts';
import { OVERLAY_ID } from '../src/messages/overlay.ts';

const OUT = join(import.meta.dirname, '..', 'docs', 'images');
const POPUP = { width: 400, height: 600, deviceScaleFactor: 2 };

const PAGE = { width: 1200, height: 800 };

/** Writes a picture of the popup, or of a page of another size, in light and in dark colours. */
async function picture(popup: Page, name: string, size: Viewport = POPUP): Promise<void> {
  await popup.bringToFront();
  await popup.setViewport(size);
  for (const value of ['light', 'dark']) {
    await popup.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value },
      // A colour that is still fading into another is nobody's look.
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await popup.screenshot({ path: join(OUT, `${name}-${value}.png`) });
  }
}

/** A page that is not in front is not drawn, and so cannot be clicked. */
async function show(popup: Page, tab: string): Promise<void> {
  await popup.bringToFront();
  await popup.locator(`[data-tab=${tab}]`).click();
}

/** Plays a short story on the staging site and writes the pictures of the README. */
export async function takeScreenshots(): Promise<void> {
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const site = await startStagingSite();
  const simulator = await Simulator.start('chrome', { say: console.log });
  try {
    const { page, tabId } = await simulator.newTab();
    await page.goto(`${site.origin}/knowledge-base`);
    await simulator.clickToolbarButton(page);
    const off = await simulator.popupFor(tabId);
    await off.waitForSelector('button ::-p-text(Enable on)');
    await picture(off, 'site-off');
    await off.close();

    const popup = await simulator.enableSite(page, tabId);
    const order = async (wanted: Parameters<typeof command>[1]) => {
      const problems = await command(popup, wanted);
      if (problems.length > 0) throw new Error(JSON.stringify(problems));
    };
    await order({
      command: 'set visitor',
      tabId,
      visitor: {
        clock: { at: '2026-12-24 18:00', timeZone: 'Europe/Berlin' },
        country: { name: 'Ruritania', code: null, latitude: 47.1, longitude: 19.5 },
        referrer: { value: 'www.contoso.com/FAQ' },
      },
    });
    for (const scenarioId of ['waitTime', 'exitIntent', 'referrer', 'repeatVisits']) {
      await order({ command: 'enable scenario', tabId, scenarioId, enabled: true });
    }
    await eventually('the widget to be ready', async () => {
      const { report } = await snapshotOf(popup, tabId);
      return report?.widget.state === 'ready' ? true : null;
    });
    await order({ command: 'skip', tabId, ms: 6000 });
    await show(popup, 'scenarios');
    await popup.waitForSelector('[data-scenario=waitTime] .pill[data-state=waiting]');
    await popup.locator('[data-scenario=waitTime] .card-title').click();
    await picture(popup, 'scenarios');
    await popup.locator('[data-scenario=waitTime] button ::-p-text(Edit…)').click();
    await picture(popup, 'editor');
    await popup.locator('button ::-p-text(Cancel)').click();
    await show(popup, 'visitor');
    await picture(popup, 'visitor');

    await order({ command: 'present', tabId, scenarioId: 'referrer' });
    await order({ command: 'set overlay', tabId, isOn: true });
    await page.bringToFront();
    await page.waitForSelector(`#${OVERLAY_ID}`);
    await picture(page, 'overlay', PAGE);
    await order({ command: 'set overlay', tabId, isOn: false });
    await order({ command: 'skip', tabId, ms: 20_000 });
    await inviteToShow(page);
    await eventually('the extension to see the invite', async () => {
      const { timeline } = await snapshotOf(popup, tabId);
      return timeline.find(({ kind }) => kind === 'shown') ?? null;
    });
    await order({ command: 'fire', tabId, scenarioId: 'dateWindow' });
    await eventually('the second invite to be blocked', async () => {
      const { timeline } = await snapshotOf(popup, tabId);
      return timeline.find(({ kind }) => kind === 'blocked') ?? null;
    });
    await page.screenshot({ path: join(OUT, 'invite.png') });
    await show(popup, 'timeline');
    await picture(popup, 'timeline');
    console.log(`Written to ${OUT}`);
  } finally {
    await simulator.close();
    await site.close();
  }
}
