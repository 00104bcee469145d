import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { textToShow } from '../../driver/textToShow.ts';
import { inviteToShow, receivedInvites } from '../../driver/widget.ts';
import { inBothBrowsers, type TabWithPopup } from './withExtension.ts';

/*
 * What a tester does in the first minute, by nothing but what the README names: the words on the buttons.
 * The first begins on a site that is not enabled, as after an installation.
 */

/** The most presses that one can think of, find and do in a minute. */
const MOST_PRESSES = 8;

/** Presses what has these words on it, and counts. */
class Tester {
  presses = 0;
  readonly #popup: Page;

  constructor(popup: Page) {
    this.#popup = popup;
  }

  async press(words: string, within = ''): Promise<void> {
    this.presses++;
    await this.#popup.bringToFront();
    await this.#popup.locator(`${within} ::-p-text(${words})`).click();
  }

  async pressSwitch(name: string): Promise<void> {
    this.presses++;
    await this.#popup.bringToFront();
    await this.#popup.locator(`[role=switch][aria-label="${name}"]`).click();
  }

  async reads(words: string): Promise<void> {
    await textToShow(this.#popup, words);
  }
}

inBothBrowsers(
  ({ newTabWithPopup, simulator }) => {
    let isEnabled = false;

    /** A page whose site is enabled, at first with the button that the README names. */
    async function enabled(path: string): Promise<{ tab: TabWithPopup; tester: Tester }> {
      const tab = await newTabWithPopup();
      await tab.goTo(path);
      if (!isEnabled) await (await simulator().enableSite(tab.page, tab.tabId)).close();
      isEnabled = true;
      const tester = new Tester(tab.popup);
      tester.presses++;
      return { tab, tester };
    }

    test('scenario 1 fires by itself', async () => {
      const { tab, tester } = await enabled('/product');
      await tester.pressSwitch('Stays on the page');
      await tab.page.bringToFront();
      expect(await inviteToShow(tab.page)).toContain('Just checking in');
      await tester.reads('shown');
      expect(tester.presses).toBeLessThanOrEqual(MOST_PRESSES);
    });

    test('why scenario 5 does not fire with a referrer without scheme', async () => {
      const { tab, tester } = await enabled('/own/knowledge-base');
      await tester.press('Site code', '[role=tab]');
      await tester.press('Watch this page', 'button');
      await tester.reads('www.contoso.com/FAQ');
      await tester.reads('which no browser sends');
      expect(await receivedInvites(tab.page)).toEqual([]);
      expect(tester.presses).toBeLessThanOrEqual(MOST_PRESSES);
    });

    test('scenario 4 is shown in a demo', async () => {
      const { tab, tester } = await enabled('/cart');
      await tab.widgetReady();
      await tester.pressSwitch('Tries to leave the page');
      await tester.press('Skip the wait', 'button');
      await tester.press('Pointer leaves the page now', 'button');
      await tab.page.bringToFront();
      expect(await inviteToShow(tab.page)).toContain('Just checking in');
      expect(tester.presses).toBeLessThanOrEqual(MOST_PRESSES);
    });

    test('a colleague is handed a pack', async () => {
      const { tab, tester } = await enabled('/faq?widget=none');
      await tab.report('the page');
      await tester.press('Stays on the page', '.card-title');
      await tester.press('Duplicate', '[data-scenario=waitTime] button');
      await tab.popup.waitForSelector('form.editor');
      await tester.press('Save', 'form.editor button[type=submit]');
      await tab.popup.waitForSelector('form.editor', { hidden: true });
      await tester.press('Export…', 'button');
      const link = 'dialog[data-dialog=export][open] a[download="trigger-simulator-pack.json"]';
      await tab.popup.waitForSelector(link);
      const pack: unknown = await tab.popup.evaluate(
        `fetch(document.querySelector('${link}').href).then((file) => file.json())`,
      );
      expect(pack).toMatchObject({ scenarios: [{ invite: { showPrechat: false } }] });
      expect(tester.presses).toBeLessThanOrEqual(MOST_PRESSES);
      expect(tab.page.url()).toContain(inject('origin'));
    });
  },
  { enable: false },
);
