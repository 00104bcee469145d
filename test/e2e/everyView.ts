import type { Page } from 'puppeteer-core';
import { show } from './popupForm.ts';
import type { TabWithPopup } from './withExtension.ts';

const press = (popup: Page, words: string) => popup.locator(`button ::-p-text(${words})`).click();

/** Shows the popup's views one after the other, each with as much in it as there can be. */
export async function inEveryView(
  tab: TabWithPopup,
  look: (view: string) => Promise<void>,
): Promise<void> {
  const { popup } = tab;
  await tab.goTo('/product');
  await tab.widgetReady();
  await tab.enable('waitTime', 'referrer', 'exitIntent', 'dateWindow');
  await tab.outcome('dateWindow', 'shown');
  await show(popup, 'scenarios');
  await popup.locator('[data-scenario=waitTime] .card-title').click();
  await popup.waitForSelector('[data-scenario=waitTime][data-open=true]');
  await popup.locator('[data-action=present]').click();
  await popup.waitForSelector('.present');
  await look('scenarios');

  await popup.locator('[data-scenario=waitTime] button ::-p-text(Edit…)').click();
  await popup.waitForSelector('form.editor .entries');
  await look('editor');
  await press(popup, 'Cancel');

  await popup.locator('[data-action=import]').click();
  await popup.waitForSelector('dialog[data-dialog=import]');
  await look('import');
  await popup.keyboard.press('Escape');
  await popup.waitForSelector('dialog', { hidden: true });

  await show(popup, 'visitor');
  for (const [name, value] of [
    ['clock', 'speed'],
    ['country', 'set'],
    ['referrer', 'set'],
    ['visits', 'nth'],
  ]) {
    await popup.locator(`label:has([name=${name}][value=${value}])`).click();
  }
  await look('visitor');

  await popup.locator('[data-tab=site]').click();
  await look('site');

  await show(popup, 'timeline');
  await popup.waitForSelector('.timeline li');
  await look('timeline');
}
