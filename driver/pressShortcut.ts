import { FIREFOX_ID } from '../build/browserManifest.ts';
import type { ShortcutName } from '../src/messages/shortcuts.ts';
import { evaluateInWindow } from './bidi.ts';
import type { Simulator } from './simulator.ts';

/**
 * Does what a browser does when a tester presses the key of one of our shortcuts while a tab is in front:
 * no driver can press keys that are the browser's own.
 */
export async function pressShortcut(
  { name: browserName, browser }: Simulator,
  name: ShortcutName,
  tabId: number,
): Promise<void> {
  const shortcut = JSON.stringify(name);
  if (browserName === 'firefox') {
    await evaluateInWindow(
      browser,
      `void WebExtensionPolicy.getByID(${JSON.stringify(FIREFOX_ID)}).extension.shortcuts.onCommand(${shortcut})`,
    );
    return;
  }
  const target = await browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith('chrome-extension://'),
  );
  const worker = await target.worker();
  if (!worker) throw new Error('The background has no worker.');
  await worker.evaluate(
    `chrome.tabs.get(${tabId}).then((tab) => chrome.commands.onCommand.dispatch(${shortcut}, tab))`,
  );
}
