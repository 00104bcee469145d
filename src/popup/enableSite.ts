import browser from 'webextension-polyfill';
import { text } from '../model/text.ts';
import { openProblems, run } from './commands.ts';

/**
 * Asks the browser for a site's permission; to be called in the handler of a click, before any await.
 * The browser's question may close the popup, so the background is told before it what is wanted.
 */
export async function enableSite(tabId: number, pattern: string): Promise<void> {
  const told = run({ command: 'want site', tabId });
  const granted = await browser.permissions.request({ origins: [pattern] });
  await told;
  if (granted) await run({ command: 'enable site', tabId });
  else openProblems.value = [{ text: text('uiPermissionRefused') }];
}
