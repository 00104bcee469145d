import type { BrowserName } from '../build/browserManifest.ts';
import { startStagingSite } from '../demo/server.mjs';
import { Simulator } from '../driver/simulator.ts';
import { DEMO, plain, recipesUnder } from './recipes.ts';

/** What to try, in the words of the README. */
async function toTry(): Promise<string> {
  const recipes = await recipesUnder(DEMO);
  return `
The staging site is open, and the extension is enabled on it. Its button is in the toolbar
(pin it from the puzzle-piece menu if you do not see it). To try, each in a new tab:

${recipes.map(({ markdown }, index) => `  ${index + 1}. ${plain(markdown)}`).join('\n')}

Close the browser to end.`;
}

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
    console.log(`${site.origin}/product\n${await toTry()}`);
    await new Promise<void>((resolve) => {
      simulator.browser.once('disconnected', resolve);
      process.once('SIGINT', resolve);
    });
  } finally {
    await simulator.close().catch(() => {});
    await site.close();
  }
}
