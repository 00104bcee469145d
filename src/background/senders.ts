import browser, { type Runtime } from 'webextension-polyfill';
import { isEnabled, patternFor } from './sites.ts';

/** A document and where it is. */
export interface Sender {
  readonly tabId: number;
  readonly isTop: boolean;
  readonly address: string;
  /** The host permission for the site it belongs to, also where its address names none; null if there is none. */
  readonly site: string | null;
  /** The tab from which its tab was opened, as far as the browser tells. */
  readonly openerTabId?: number | undefined;
}

/** Whether a message or a port is from one of our own pages, in a tab or not: nobody else may see what they see. */
export const isOwnPage = ({ url }: Runtime.MessageSender): boolean =>
  url?.startsWith(browser.runtime.getURL('')) === true;

/** The document that sent a message; null for our own pages. */
export function documentOf(sender: Runtime.MessageSender): Sender | null {
  const { tab, frameId, url } = sender;
  if (tab?.id === undefined || url === undefined || isOwnPage(sender)) return null;
  return {
    tabId: tab.id,
    isTop: frameId === 0,
    address: url,
    site: patternFor(originOf(sender))?.pattern ?? null,
    openerTabId: tab.openerTabId,
  };
}

/** Where a document's rights come from: a frame or window without an address of its own has its maker's. */
function originOf({ url, tab, ...sender }: Runtime.MessageSender): string | undefined {
  if (patternFor(url)) return url;
  const origin = 'origin' in sender ? sender.origin : undefined;
  return typeof origin === 'string' && patternFor(origin) ? origin : tab?.url;
}

/** The sites that have been found enabled; void as soon as any is disabled. */
const known = new Map<string, Promise<boolean>>();

export const forgetKnownSites = (): void => known.clear();

function isKnown(address: string | undefined): Promise<boolean> {
  const site = patternFor(address);
  if (!site) return Promise.resolve(false);
  const { pattern } = site;
  let enabled = known.get(pattern);
  if (!enabled) {
    enabled = isEnabled(pattern);
    known.set(pattern, enabled);
    // A site may be enabled at any moment: only a yes is remembered.
    const forget = () => {
      if (known.get(pattern) === enabled) known.delete(pattern);
    };
    enabled.then((yes) => yes || forget(), forget);
  }
  return enabled;
}

/**
 * Whether a document may take part: its site is enabled, and so is the site of its tab. A document that
 * was open when its site was disabled still has our scripts, and is heard no more.
 */
export async function isAdmitted(sender: Runtime.MessageSender): Promise<boolean> {
  const [own, tab] = await Promise.all([
    isKnown(originOf(sender)),
    sender.frameId === 0 || isKnown(sender.tab?.url),
  ]);
  return own && tab;
}
