import type { Page } from 'puppeteer-core';
import { evaluateInWindow } from './bidi.ts';
import type { Simulator } from './simulator.ts';

/*
 * The menu that a browser shows for a click with the second button on a page. Firefox's is opened and
 * clicked. No driver reaches into Chromium's, so there the background hears of the click as from the browser,
 * once the browser has said that the entry is there.
 */

/** Chooses an entry of ours, by its id, in the menu of the page in front; throws if the menu has none such. */
export async function chooseInPageMenu(
  simulator: Simulator,
  page: Page,
  tabId: number,
  entry: string,
): Promise<void> {
  if (simulator.name === 'firefox') {
    await inOpenMenu(
      simulator,
      page,
      `if (!entryOf(${JSON.stringify(entry)})) throw new Error('The menu has no such entry.');
      entryOf(${JSON.stringify(entry)}).doCommand();`,
    );
    return;
  }
  const target = await simulator.browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension://'),
  );
  const worker = await target.worker();
  if (!worker) throw new Error('The background has no worker.');
  await worker.evaluate(`(async (menuItemId) => {
    // Only of an entry that is not there the browser refuses to change nothing.
    await chrome.contextMenus.update(menuItemId, {});
    const tab = await chrome.tabs.get(${tabId});
    chrome.contextMenus.onClicked.dispatch({ menuItemId, editable: false, pageUrl: tab.url }, tab);
  })(${JSON.stringify(entry)})`);
}

/** Opens Firefox's menu of the page in front; throws if an entry of ours is there. */
export const expectNoMenuEntry = (simulator: Simulator, page: Page, entry: string): Promise<void> =>
  inOpenMenu(
    simulator,
    page,
    `if (entryOf(${JSON.stringify(entry)})) throw new Error('The menu has the entry.');`,
  );

/** Evaluates statements while Firefox's menu of the page in front is open. */
async function inOpenMenu(simulator: Simulator, page: Page, statements: string): Promise<void> {
  await page.bringToFront();
  await page.mouse.click(5, 5, { button: 'right' });
  await evaluateInWindow(
    simulator.browser,
    `(async () => {
      const menu = document.getElementById('contentAreaContextMenu');
      if (menu.state !== 'open')
        await new Promise((shown) => menu.addEventListener('popupshown', shown, { once: true }));
      const entryOf = (id) => [...menu.querySelectorAll('menuitem')]
        .find((item) => item.id.endsWith('-menuitem-_' + id));
      try {
        ${statements}
      } finally {
        menu.hidePopup();
      }
    })()`,
  );
}
