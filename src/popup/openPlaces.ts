import browser from 'webextension-polyfill';

/** Where a browser has the panel beside its pages; `open` must be called in the click itself. */
interface Panel {
  open(windowId: number): Promise<void>;
}

// Chrome’s own, which no other browser has and no polyfill knows.
declare const chrome: { readonly sidePanel: { open(at: { windowId: number }): Promise<void> } };

const panel: Panel =
  import.meta.env.MODE === 'firefox'
    ? { open: () => browser.sidebarAction.open() }
    : { open: (windowId) => chrome.sidePanel.open({ windowId }) };

let windowId: number | null = null;

/** Asks for the window beforehand: a click is over as soon as anything is waited for. */
export async function preparePanel(): Promise<void> {
  windowId = (await browser.windows.getCurrent()).id ?? null;
}

/** Opens the panel beside the page, in which the UI stays open while the page is used. */
export async function openPanel(): Promise<void> {
  if (windowId === null) return;
  await panel.open(windowId);
  close();
}

/** The fragment of a page of our own that begins with an import. */
export const IMPORT_FRAGMENT = '#import';

/** Opens the UI for a tab as a page of its own. */
export async function openAsPage(tabId: number, fragment = ''): Promise<void> {
  const path = `src/popup/index.html?tab=${tabId}${fragment}`;
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
  close();
}
