import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { command } from '../../driver/simulator.ts';
import { faultsOf as faultsIn } from './axe.ts';
import { fill, show } from './popupForm.ts';
import { inBothBrowsers } from './withExtension.ts';

inBothBrowsers(
  ({ name, newTab, simulator, newTabWithPopup }) => {
    const faultsOf = (page: Page) => faultsIn(simulator(), page);

    test('axe finds nothing in any view', async () => {
      const tab = await newTabWithPopup();
      const { popup } = tab;
      await tab.goTo('/product');
      await tab.widgetReady();
      await tab.enable('waitTime', 'referrer', 'exitIntent', 'dateWindow');
      await tab.outcome('dateWindow', 'shown');
      await show(popup, 'scenarios');
      // Waiting, shown, armed later, and not met.
      for (const id of ['waitTime', 'dateWindow', 'exitIntent', 'referrer']) {
        const isOpen = `[data-scenario=${id}][data-open=true]`;
        if (!(await popup.$(isOpen)))
          await popup.locator(`[data-scenario=${id}] .card-title`).click();
        await popup.waitForSelector(isOpen);
      }
      await popup.locator('[data-action=present]').click();
      await popup.waitForSelector('.present');
      await popup.waitForSelector('[data-scenario=referrer] .pill[data-state="not met"]');
      expect(await faultsOf(popup), 'scenarios').toEqual([]);

      await popup.locator('[data-scenario=waitTime] button ::-p-text(Edit…)').click();
      await popup.waitForSelector('form.editor');
      expect(await faultsOf(popup), 'editor').toEqual([]);
      await popup.locator('button ::-p-text(Cancel)').click();

      await show(popup, 'visitor');
      expect(await faultsOf(popup), 'real visitor').toEqual([]);
      for (const [name, value] of [
        ['clock', 'running'],
        ['country', 'set'],
        ['referrer', 'set'],
        ['visits', 'nth'],
      ]) {
        await popup.locator(`label:has([name=${name}][value=${value}])`).click();
      }
      expect(await faultsOf(popup), 'overridden visitor').toEqual([]);

      await show(popup, 'timeline');
      expect(await faultsOf(popup), 'timeline').toEqual([]);
      await popup.locator('.timeline .save').click();
      await popup.waitForSelector('.save-forms:popover-open');
      expect(await faultsOf(popup), 'what can be saved').toEqual([]);
      await popup.locator('[data-action=save-run]').click();
      await popup.waitForSelector('dialog[data-dialog=name][open]');
      expect(await faultsOf(popup), 'save as a run').toEqual([]);
      await fill(popup, 'saved.name', 'In the sale');
      await popup.keyboard.press('Enter');
      await popup.locator('.runs summary').click();
      await popup.waitForSelector('.runs[open] [data-run]');
      expect(await faultsOf(popup), 'runs').toEqual([]);

      await show(popup, 'site');
      expect(await faultsOf(popup), 'site that is not watched').toEqual([]);
      await tab.command({ command: 'watch site', isWatched: true });
      await tab.goTo('/broken/visits-off-by-one');
      await popup.waitForSelector('.finding');
      expect(await faultsOf(popup), 'site with a finding').toEqual([]);
    });

    // Firefox’s own places are no pages to its driver.
    test.runIf(name === 'chrome')(
      'axe finds nothing in the popup and the panel that the browser shows',
      async () => {
        const tab = await newTab();
        await tab.goTo('/product');
        await tab.widgetReady();
        await tab.enable('waitTime');
        await simulator().clickToolbarButton(tab.page);
        const popup = await simulator().shownPage('src/popup/index.html');
        await popup.waitForSelector('[data-scenario=waitTime][data-open=true]');
        expect(await faultsOf(popup), 'popup').toEqual([]);
        await popup.locator('button ::-p-text(Open side panel)').click();
        const panel = await simulator().shownPage('src/popup/panel.html');
        await panel.waitForSelector('[data-scenario=waitTime][data-open=true]');
        expect(await faultsOf(panel), 'panel').toEqual([]);
        await panel.close();
      },
    );

    test('axe finds nothing in the dialogs of packs and saved visitors', async () => {
      const tab = await newTabWithPopup();
      const { popup } = tab;
      await tab.goTo('/faq?widget=none');
      await tab.report('the page');
      for (const [id, name] of [
        ['a', 'Of the FAQ'],
        ['b', 'Real'],
      ] as const) {
        const visitor = id === 'a' ? { referrer: { value: 'https://www.contoso.com/FAQ' } } : {};
        await command(popup, { command: 'save visitor', saved: { id, name, visitor } });
      }
      const close = async () => {
        await popup.keyboard.press('Escape');
        await popup.waitForSelector('dialog', { hidden: true });
      };
      await show(popup, 'visitor');
      await popup.locator('[data-action=save-visitor]').click();
      await popup.waitForSelector('dialog[data-dialog=name]');
      expect(await faultsOf(popup), 'save as').toEqual([]);
      await close();
      await popup.locator('[data-action=compare]').click();
      await popup.waitForSelector('dialog .differs');
      expect(await faultsOf(popup), 'compare').toEqual([]);
      await close();

      await show(popup, 'scenarios');
      await popup.locator('[data-action=export]').click();
      await popup.waitForSelector('dialog a.button');
      expect(await faultsOf(popup), 'export').toEqual([]);
      await close();
      await popup.locator('[data-action=import]').click();
      await fill(popup, 'pack', '{');
      await popup.waitForSelector('dialog .pack-problems');
      expect(await faultsOf(popup), 'a broken pack').toEqual([]);
      const visitor = '{"id": "a", "name": "From the FAQ", "visitor": {}}';
      const rest = '"format": "trigger-simulator-pack", "version": 1, "scenarios": []';
      await fill(popup, 'pack', `{${rest}, "visitors": [${visitor}]}`);
      await popup.waitForSelector('dialog .difference');
      expect(await faultsOf(popup), 'what an import changes').toEqual([]);
      await close();
    });

    test('axe finds nothing where there is little to show', async () => {
      const tab = await newTabWithPopup();
      await tab.goTo('/faq?widget=none');
      await tab.report('the page');
      await show(tab.popup, 'scenarios');
      expect(await faultsOf(tab.popup), 'no widget').toEqual([]);
      await tab.command({ command: 'clear timeline' });
      await show(tab.popup, 'timeline');
      expect(await faultsOf(tab.popup), 'empty timeline').toEqual([]);
      await tab.page.goto('about:blank');
      const forbidden = await simulator().popupFor(tab.tabId);
      await forbidden.waitForSelector('.statement');
      expect(await faultsOf(forbidden), 'forbidden').toEqual([]);
      await forbidden.close();
    });

    test('axe finds nothing in a dry run, in the question before it ends, and beside a stand-in', async () => {
      const tab = await newTabWithPopup();
      const { popup } = tab;
      await tab.goTo('/faq?widget=none');
      await tab.report('the page to have no widget', ({ widget }) => widget.state === 'none');
      await show(popup, 'scenarios');
      await popup.locator('[data-action=stand-in]').click();
      await tab.widgetReady();
      try {
        await tab.command({ command: 'mark production', isProduction: true });
        await tab.report('the dry run to hold', ({ invites }) => invites === 'dry run');
        await tab.command({ command: 'fire', scenarioId: 'waitTime' });
        await popup.locator('[data-scenario=waitTime] .card-title').click();
        await popup.waitForSelector('[data-scenario=waitTime] .recorded');
        await popup.locator('.site-settings summary').click();
        await popup.waitForSelector('.site-settings[open] a[href="welcome.html"]');
        expect(await faultsOf(popup), 'dry run').toEqual([]);
        await popup.locator('.site-settings summary').click();
        await popup.locator('.dry-run [role=switch]').click();
        await popup.waitForSelector('dialog[open]');
        expect(await faultsOf(popup), 'question').toEqual([]);
      } finally {
        await tab.command({ command: 'mark production', isProduction: false });
      }
    });

    test('the first steps are found from the popup, with the keys that there are', async () => {
      const tab = await newTab();
      await tab.page.goto('about:blank');
      const forbidden = await simulator().popupFor(tab.tabId);
      const link = await forbidden.waitForSelector('a.link-button');
      expect(await link?.evaluate((anchor) => anchor.getAttribute('href'))).toBe('welcome.html');
      await forbidden.close();
      const welcome = await simulator().ownPage('src/popup/welcome.html');
      await welcome.waitForSelector('kbd');
      expect(await welcome.$$eval('.welcome li', (steps) => steps.length)).toBe(3);
      expect(await faultsOf(welcome), 'first steps').toEqual([]);
      await welcome.close();
    });
  },
  { preferences: { 'ui.prefersReducedMotion': 1 } },
);
