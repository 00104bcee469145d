import browser from 'webextension-polyfill';
import bridge from '../content/bridge.iife.ts?script&iife';
import page from '../content/page/main.iife.ts?script&iife';
import { createQueue } from './queue.ts';

/*
 * The browser's own list of host permissions says which sites are enabled: a site that a tester enables
 * or disables in the browser's settings is so here too. The registered scripts follow it.
 */

const fileName = (path: string) => path.replace(/^\//, '');
const PAGE_SCRIPT = fileName(page);
const BRIDGE_SCRIPT = fileName(bridge);

/**
 * The host permission for the site of an address; null where extensions may not run. It is for http and
 * https alike: Chrome takes a cookie that is not secure for one of http, also where an https page set it.
 */
export function patternFor(address: string | undefined): { host: string; pattern: string } | null {
  if (!address || !URL.canParse(address)) return null;
  const { protocol, hostname, host } = new URL(address);
  // A match pattern has no port: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
  return protocol === 'http:' || protocol === 'https:'
    ? { host, pattern: `*://${hostname}/*` }
    : null;
}

/** The host of a permission that `patternFor` gave. */
export const hostOf = (pattern: string): string => pattern.slice('*://'.length, -'/*'.length);

export const isEnabled = (pattern: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [pattern] });

const inTurn = createQueue();

/** Registers the content scripts for exactly the sites that are enabled. */
export const registerScripts = (): Promise<void> =>
  inTurn(async () => {
    const { origins = [] } = await browser.permissions.getAll();
    const registered = await browser.scripting.getRegisteredContentScripts();
    if (registered.length > 0) await browser.scripting.unregisterContentScripts();
    if (origins.length === 0) return;
    const common = {
      matches: origins,
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_start',
    } as const;
    // In this order: the page world waits for the port that the bridge hands over.
    await browser.scripting.registerContentScripts([
      { ...common, id: '1-page', js: [PAGE_SCRIPT], world: 'MAIN' },
      { ...common, id: '2-bridge', js: [BRIDGE_SCRIPT] },
    ]);
  });

/** Puts the content scripts into a page that was loaded without them. */
export async function injectInto(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  await browser.scripting.executeScript({ target, files: [PAGE_SCRIPT], world: 'MAIN' });
  await browser.scripting.executeScript({ target, files: [BRIDGE_SCRIPT] });
}
