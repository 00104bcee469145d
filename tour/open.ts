import type { BrowserName } from '../build/browserManifest.ts';
import { startStagingSite } from '../demo/server.mjs';
import { Simulator } from '../driver/simulator.ts';

const TO_TRY = `
The staging site is open, and the extension is enabled on it. Its button is in the toolbar
(pin it from the puzzle-piece menu if you do not see it). To try:

  1. Product page: switch on “Stays on the page”, then wait 20 s or press Skip the wait.
  2. Any page: press Fire now on any scenario, and the invite is there.
  3. Visitor: set the referrer to www.contoso.com/FAQ, press Apply and reload, and switch on
     “Comes from a given page, then stays”.
  4. The pages under /own have trigger code of their own: set the visitor, and watch it fire.

Close the browser to end.`;

/** Opens the staging site in a window, with the extension installed and the site enabled, until it is closed. */
export async function openForTrying(name: BrowserName): Promise<void> {
  const site = await startStagingSite();
  const simulator = await Simulator.start(name, { headless: false, say: console.log });
  try {
    const { page, tabId } = await simulator.newTab();
    await page.goto(`${site.origin}/product`);
    const popup = await simulator.enableSite(page, tabId);
    await popup.close();
    await simulator.closeConsole();
    await page.bringToFront();
    console.log(`${site.origin}/product\n${TO_TRY}`);
    await new Promise<void>((resolve) => {
      simulator.browser.once('disconnected', resolve);
      process.once('SIGINT', resolve);
    });
  } finally {
    await simulator.close().catch(() => {});
    await site.close();
  }
}
