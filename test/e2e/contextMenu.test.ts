import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { chooseInPageMenu, expectNoMenuEntry } from '../../driver/pageMenu.ts';
import { command, eventually } from '../../driver/simulator.ts';
import { inviteToShow, receivedInvites } from '../../driver/widget.ts';
import { inBothBrowsers } from './withExtension.ts';

/** What the toolbar button says of a tab. */
const titleOf = (popup: Page, tabId: number) =>
  popup.evaluate(`(globalThis.browser ?? chrome).action.getTitle({ tabId: ${tabId} })`);

inBothBrowsers(({ name, newTab, simulator, newTabWithPopup }) => {
  test('an invite is fired from the menu of the page that was clicked', async () => {
    const tab = await newTab();
    await tab.goTo('/product');
    await tab.widgetReady();
    await chooseInPageMenu(simulator(), tab.page, tab.tabId, 'fire:country');
    await inviteToShow(tab.page);
    const { cause } = await tab.outcome('country', 'shown');
    expect(cause).toBe('fire');
  });

  test('in a dry run the menu’s invite is recorded; live on a production site it is not fired, and the button says why', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/product');
    await tab.widgetReady();
    await tab.command({ command: 'mark production', isProduction: true });
    try {
      await tab.report('the dry run to hold', ({ invites }) => invites === 'dry run');
      await chooseInPageMenu(simulator(), tab.page, tab.tabId, 'fire:country');
      await tab.outcome('country', 'recorded');

      await tab.command({ command: 'set invites', invites: 'live' });
      await tab.report('the dry run to end', ({ invites }) => invites === 'live');
      await chooseInPageMenu(simulator(), tab.page, tab.tabId, 'fire:country');
      await eventually('the button to say why', async () =>
        String(await titleOf(tab.popup, tab.tabId)).includes('production site') ? true : null,
      );
      expect(await receivedInvites(tab.page)).toEqual([]);
    } finally {
      await tab.command({ command: 'mark production', isProduction: false });
    }
  });

  test('a scenario that was made is in the menu, and is gone from it once it is deleted', async () => {
    const tab = await newTabWithPopup();
    await tab.goTo('/product');
    await tab.widgetReady();
    const [first] = (await tab.snapshot()).scenarios;
    if (!first) throw new Error('There is no scenario.');
    await tab.command({ command: 'save scenario', scenario: { ...first, id: 'own', name: 'A&B' } });
    await chooseInPageMenu(simulator(), tab.page, tab.tabId, 'fire:own');
    await tab.outcome('own', 'shown');
    const gone = await command(tab.popup, { command: 'remove scenario', scenarioId: 'own' });
    expect(gone).toEqual([]);
    await expect(chooseInPageMenu(simulator(), tab.page, tab.tabId, 'fire:own')).rejects.toThrow();
  });

  // Chromium tells nobody which entries it shows on a page.
  if (name === 'firefox') {
    test('on a site that is not enabled the menu has nothing of ours', async () => {
      const tab = await newTab();
      await tab.page.goto(inject('origin').replace('127.0.0.1', 'localhost'));
      await expectNoMenuEntry(simulator(), tab.page, 'fire:country');
    });
  }
});
