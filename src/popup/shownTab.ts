import browser from 'webextension-polyfill';

interface ShownTab {
  readonly tabId: number;
  /** Whether the UI is a page of its own, rather than the popup of the toolbar button. */
  readonly isPage: boolean;
}

/** The tab that the UI is about: ?tab= of a page, for a popup the tab in front of which it opened. */
export async function shownTab(): Promise<ShownTab> {
  const asked = new URLSearchParams(location.search).get('tab');
  if (asked !== null) return { tabId: Number(asked), isPage: true };
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return { tabId: active?.id ?? browser.tabs.TAB_ID_NONE, isPage: false };
}
