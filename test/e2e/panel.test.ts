import { expect, inject, test } from 'vitest';
import { textToShow } from '../../driver/textToShow.ts';
import { inviteToShow } from '../../driver/widget.ts';
import { inBothBrowsers } from './withExtension.ts';

const ANOTHER_SITE = () => inject('origin').replace('127.0.0.1', 'localhost');

inBothBrowsers(({ newTab, simulator }) => {
  test('the panel stays while the page is used, and follows the tab in front', async () => {
    const tab = await newTab();
    await tab.goTo('/product');
    await tab.widgetReady();
    const panel = await simulator().panelBeside(tab.page);
    try {
      await tab.page.bringToFront();
      await textToShow(panel, '127.0.0.1', 'h1');
      await tab.command({ command: 'enable scenario', scenarioId: 'exitIntent', enabled: true });
      await panel.waitForSelector('[data-scenario=exitIntent] .pill[data-state=waiting]');
      await tab.command({ command: 'skip', ms: 15_000 });
      await panel.waitForSelector('[data-scenario=exitIntent] .pill[data-state=armed]');
      await simulator().leavePage(tab.page);
      await inviteToShow(tab.page);
      await panel.waitForSelector('[data-scenario=exitIntent] .pill[data-state=shown]');

      const other = await newTab();
      await other.goTo('/faq?widget=none');
      await other.page.bringToFront();
      await panel.waitForSelector('[data-scenario=exitIntent] .pill[data-state=off]');
      await tab.page.bringToFront();
      await panel.waitForSelector('[data-scenario=exitIntent] .pill[data-state=shown]');
    } finally {
      await panel.close();
    }
  });

  test('of a page that nobody has let it see the panel says what to do', async () => {
    const tab = await newTab();
    await tab.goTo('/product');
    const panel = await simulator().panelBeside(tab.page);
    try {
      await tab.page.goto(ANOTHER_SITE());
      await tab.page.bringToFront();
      await panel.waitForSelector('.statement');
      expect(await panel.$eval('.statement', (statement) => statement.textContent)).toContain(
        'Press the Trigger Simulator button',
      );
    } finally {
      await panel.close();
    }
  });
});
