import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { type OwnView, panelOf, popupOver } from '../../driver/ownView.ts';
import { command, eventually } from '../../driver/simulator.ts';
import { textToShow } from '../../driver/textToShow.ts';
import { Downloads } from './downloads.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

const PACK = JSON.stringify({
  format: 'trigger-simulator-pack',
  version: 2,
  scenarios: [],
  visitors: [{ id: 'faq', name: 'Of a file', visitor: {} }],
  runs: [],
});

/*
 * The places where a tester finds the extension, opened as they open them: most other tests look at the same
 * UI as a page of its own.
 */

const textToBe = (view: OwnView, selector: string, text: string) =>
  eventually(`${selector} to be “${text}”`, async () =>
    (await view.textOf(selector)) === text ? true : null,
  );

const hostShown = (view: OwnView) => textToBe(view, 'h1', new URL(inject('origin')).host);

const downloads = new Downloads();

inBothBrowsers(
  ({ name, newTab, simulator }) => {
    beforeAll(() => downloads.begin(simulator()));

    beforeEach(() => downloads.empty());

    const arrive = async (path: string): Promise<Tab> => {
      const tab = await newTab();
      await tab.goTo(path);
      await tab.report('the page');
      return tab;
    };

    test('the popup of the toolbar button opens the panel, which shows the same tab', async () => {
      const tab = await arrive('/product');
      const popup = await popupOver(simulator(), tab.page);
      await hostShown(popup);
      await popup.press('Open side panel');
      const panel = await panelOf(simulator());
      try {
        await hostShown(panel);
        await textToBe(panel, '[data-scenario=exitIntent] .pill', 'off');
        await tab.enable('exitIntent');
        await eventually('the panel to show what the scenario waits for', async () =>
          (await panel.textOf('[data-scenario=exitIntent] .pill'))?.startsWith('waiting')
            ? true
            : null,
        );
        // It shows the tab that comes to the front, too.
        const other = await newTab();
        await other.goTo('/faq?widget=none');
        await other.page.bringToFront();
        await textToBe(panel, '[data-scenario=exitIntent] .pill', 'off');
      } finally {
        await panel.close();
      }
    });

    test('“Open as a page” in the popup opens a page for the same tab', async () => {
      const tab = await arrive('/product');
      await tab.enable('dateWindow');
      await tab.outcome('dateWindow', 'shown');
      const popup = await popupOver(simulator(), tab.page);
      await hostShown(popup);
      await popup.press('Open as a page');
      const page = await simulator().openedPage(tab.tabId);
      await page.waitForSelector('[data-scenario=dateWindow] .pill[data-state=shown]');
      // It is the one place from which no other is to be opened.
      expect(await page.$$('button ::-p-text(Open as a page)')).toEqual([]);
      await page.close();
    });

    test('a pack is saved from the popup', async () => {
      const tab = await arrive('/faq?widget=none');
      const saved = { id: 'faq', name: 'To be saved', visitor: {} };
      const console = await simulator().console();
      expect(await command(console, { command: 'save visitor', saved })).toEqual([]);
      const popup = await popupOver(simulator(), tab.page);
      await popup.press('Export…');
      await popup.press('Save file');
      const { content } = await downloads.saved('json');
      expect(JSON.parse(content)).toMatchObject({ visitors: [saved] });
      await popup.close();
      await command(console, { command: 'remove visitor', visitorId: saved.id });
    });

    // Chromium’s popup stays while a file is chosen.
    test.runIf(name === 'firefox')('the popup has a file imported in a page', async () => {
      const tab = await arrive('/faq?widget=none');
      const popup = await popupOver(simulator(), tab.page);
      await popup.press('Import…');
      await popup.press('Choose a file in a tab…');
      const page = await simulator().openedPage(tab.tabId, '#import');
      const folder = await mkdtemp(join(tmpdir(), 'import-'));
      try {
        const path = join(folder, 'pack.json');
        await writeFile(path, PACK);
        const field = await page.waitForSelector(
          'dialog[data-dialog=import][open] input[type=file]',
        );
        await (await field?.toElement('input'))?.uploadFile(path);
        await page.locator('dialog button ::-p-text(Import 1 item)').click();
        await textToShow(page, '1 imported.');
        expect((await tab.snapshot()).visitors.map((saved) => saved.name)).toEqual(['Of a file']);
        // What is done once is not begun again when the page is loaded anew.
        await page.waitForFunction(`location.hash === ''`);
      } finally {
        await rm(folder, { recursive: true });
        await page.close();
      }
    });
  },
  { preferences: downloads.preferences },
);

afterAll(() => downloads.remove());
