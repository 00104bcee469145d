import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { eventually } from '../../driver/simulator.ts';
import {
  inviteToShow,
  receivedContexts,
  receivedInvites,
  shownInvite,
} from '../../driver/widget.ts';
import { show } from './popupForm.ts';
import { inBothBrowsers, type TabWithPopup } from './withExtension.ts';

const card = (id: string) => `[data-scenario=${id}]`;
const SDK = 'Microsoft.Omnichannel.LiveChatWidget.SDK';

const pressSwitch = (popup: Page) => popup.locator('.dry-run [role=switch]').click();
const footerOf = (popup: Page, invites: 'live' | 'dry run') =>
  popup.waitForSelector(`.dry-run[data-invites="${invites}"]`);

/** A tab on a page with the widget, in a dry run that was begun in the popup. */
async function inDryRun(tab: TabWithPopup, path = '/product'): Promise<void> {
  await tab.goTo(path);
  await tab.widgetReady();
  await show(tab.popup, 'scenarios');
  await footerOf(tab.popup, 'live');
  await pressSwitch(tab.popup);
  await footerOf(tab.popup, 'dry run');
  await tab.report('the dry run to hold', ({ invites }) => invites === 'dry run');
}

const markProduction = async (popup: Page) => {
  await popup.bringToFront();
  await popup.locator('.site-settings summary').click();
  await popup.locator('input[name=production]').click();
  await popup.waitForSelector('[data-chip=production]');
  await popup.locator('.site-settings summary').click();
};

inBothBrowsers(({ newTab, newTabWithPopup }) => {
  test('in a dry run Fire now and scenarios are recorded and previewed, and the widget hears nothing', async () => {
    const tab = await newTabWithPopup();
    const { popup, page } = tab;
    await inDryRun(tab);
    await popup.locator(`${card('country')} button ::-p-text(Fire now)`).click();
    await popup.waitForSelector(`${card('country')} .pill[data-state=recorded]`);
    await tab.enable('dateWindow');
    await tab.outcome('dateWindow', 'recorded');

    const { recorded } = await tab.report('both records', (one) => one.recorded.length === 2);
    expect(recorded.map(({ cause, scenarioId }) => [cause, scenarioId])).toEqual([
      ['fire', 'country'],
      ['scenario', 'dateWindow'],
    ]);
    expect(recorded[0]?.context).toContainEqual({
      key: 'Country',
      value: 'Ruritania',
      isDisplayable: true,
    });
    await popup.locator(`${card('country')} .card-title`).click();
    const preview = await popup.waitForSelector(`${card('country')} .recorded`);
    const words = await preview?.evaluate((element) => element.textContent);
    expect(words).toContain('Just checking in');
    expect(words).toContain('Ruritania');
    await tab.event('the record', ({ kind }) => kind === 'recorded');
    expect(await receivedInvites(page)).toEqual([]);
    expect(await receivedContexts(page)).toEqual([]);
    expect(await shownInvite(page)).toBeNull();

    // Live again, what comes is passed on, and is the first that the widget hears of.
    await pressSwitch(popup);
    await footerOf(popup, 'live');
    await tab.report('the dry run to end', ({ invites }) => invites === 'live');
    await tab.command({ command: 'fire', scenarioId: 'country' });
    await inviteToShow(page);
    expect(await receivedInvites(page)).toHaveLength(1);
  });

  test('in a dry run the site’s own invites and chats are held back, and cannot tell', async () => {
    const tab = await newTabWithPopup();
    await inDryRun(tab);
    const seen = await tab.page.evaluate(`(() => {
      const sdk = ${SDK};
      sdk.setContextProvider(() => ({ Forums: { value: 'Surface', isDisplayable: true } }));
      return JSON.stringify({
        answers: [sdk.startProactiveChat({ message: 'From the site' }, false), sdk.startChat()],
        keys: Object.keys(sdk),
        name: sdk.startProactiveChat.name,
        length: sdk.startProactiveChat.length,
      });
    })()`);
    const chat = await tab.report('the chat', (one) => one.recorded.length === 2);
    expect(chat.recorded.map(({ what, message }) => [what, message])).toEqual([
      ['invite', 'From the site'],
      ['chat', null],
    ]);
    expect(chat.recorded[0]?.context).toEqual([
      { key: 'Forums', value: 'Surface', isDisplayable: true },
    ]);
    await tab.popup.bringToFront();
    await tab.popup.waitForSelector('.recorded[data-recorded=site]');
    expect(await receivedInvites(tab.page)).toEqual([]);

    await tab.command({ command: 'set invites', invites: 'live' });
    await tab.report('the dry run to end', ({ invites }) => invites === 'live');
    const real = await tab.page.evaluate(`JSON.stringify({
      answers: [null, null],
      keys: Object.keys(${SDK}),
      name: ${SDK}.startProactiveChat.name,
      length: ${SDK}.startProactiveChat.length,
    })`);
    expect(seen).toBe(real);
  });

  test('a dry run holds on the pages that follow, for invites that the site offers as soon as it can', async () => {
    const tab = await newTabWithPopup();
    await inDryRun(tab);
    await tab.follow('/own/sale');
    await tab.report('the dry run to hold there', ({ invites }) => invites === 'dry run');
    // The sale page has trigger code of its own, which offers its invite at once.
    const { recorded } = await tab.report('the site’s invite', (one) =>
      one.recorded.some(({ cause }) => cause === 'site'),
    );
    expect(recorded[0]?.what).toBe('invite');
    expect(await receivedInvites(tab.page)).toEqual([]);
    await tab.popup.waitForSelector('[data-chip="dry run"]');
  });

  test('a skip ends at the first invite that a dry run records', async () => {
    const tab = await newTab();
    await tab.goTo('/product');
    await tab.become({ clock: { at: null } });
    await tab.command({ command: 'set invites', invites: 'dry run' });
    await tab.widgetReady();
    await tab.enable('waitTime');
    await tab.command({ command: 'skip', ms: 600_000 });
    await tab.outcome('waitTime', 'recorded');
    const { facts } = await tab.report('the facts');
    expect(facts.sinceReady).toBeLessThan(600_000);
  });

  test('on a production site tabs begin with a dry run, and nothing is live before the tester has said yes', async () => {
    const tab = await newTabWithPopup();
    const { popup, page } = tab;
    await tab.goTo('/product');
    await tab.widgetReady();
    await show(popup, 'scenarios');
    try {
      await markProduction(popup);
      await footerOf(popup, 'dry run');
      await tab.report('the dry run to hold', ({ invites }) => invites === 'dry run');

      const other = await newTab();
      await other.goTo('/product');
      await other.report(
        'a new tab to begin with a dry run',
        ({ invites }) => invites === 'dry run',
      );

      await popup.bringToFront();
      await pressSwitch(popup);
      await popup.waitForSelector('dialog[open]');
      expect(await popup.$eval('dialog', (dialog) => dialog.textContent)).toContain(
        new URL(page.url()).host,
      );
      await popup.keyboard.press('Escape');
      await popup.waitForSelector('dialog', { hidden: true });
      expect((await tab.snapshot()).invites).toBe('dry run');

      await pressSwitch(popup);
      await popup.locator('dialog [data-answer=yes]').click();
      await footerOf(popup, 'live');
      await tab.report('the dry run to end', ({ invites }) => invites === 'live');
      expect((await other.snapshot()).invites).toBe('dry run');

      await popup.locator(`${card('waitTime')} button ::-p-text(Fire now)`).click();
      await popup.locator('dialog [data-answer=no]').click();
      await popup.waitForSelector('dialog', { hidden: true });
      await popup.locator(`${card('waitTime')} [role=switch]`).click();
      await popup.locator('dialog [data-answer=no]').click();
      await popup.waitForSelector('dialog', { hidden: true });
      expect((await tab.snapshot()).simulation.scenarioIds).toEqual([]);

      await popup.locator(`${card('referrer')} .card-title`).click();
      await popup.locator(`${card('referrer')} button ::-p-text(Make it true)`).click();
      await popup.locator('dialog [data-answer=no]').click();
      await popup.waitForSelector('dialog', { hidden: true });
      await show(popup, 'visitor');
      await popup.locator('label:has([name=referrer][value=direct])').click();
      await popup.locator('form.visitor [type=submit]').click();
      await popup.locator('dialog [data-answer=no]').click();
      await popup.waitForSelector('dialog', { hidden: true });
      expect((await tab.snapshot()).simulation.visitor).toEqual({});
      await show(popup, 'scenarios');

      expect(await receivedInvites(page)).toEqual([]);
      await popup.locator(`${card('waitTime')} button ::-p-text(Fire now)`).click();
      await popup.locator('dialog [data-answer=yes]').click();
      await inviteToShow(page);

      await show(popup, 'visitor');
      await popup.locator('form.visitor [type=submit]').click();
      await popup.locator('dialog [data-answer=yes]').click();
      await popup.waitForSelector('.chip[data-override=referrer]');
    } finally {
      await tab.command({ command: 'mark production', isProduction: false });
    }
    await eventually('the mark to be gone', async () => {
      const { isProduction, invites } = await tab.snapshot();
      return !isProduction && invites === 'live' ? true : null;
    });
  });
});
