import { signal } from '@preact/signals';
import * as v from 'valibot';
import browser from 'webextension-polyfill';

/**
 * Where the UI is shown: the popup of the toolbar button, which closes when the page is clicked; the panel
 * beside the page, which stays and follows the tab in front; or a page of its own, for one tab.
 */
export type Place = 'popup' | 'panel' | 'page';

const asked = new URLSearchParams(location.search).get('tab');

export const place: Place = v.parse(
  v.picklist(['popup', 'panel', 'page']),
  asked === null ? document.documentElement.dataset.place : 'page',
);

/** The id of the tab that the UI is about. */
export const shownTabId = signal<number>(browser.tabs.TAB_ID_NONE);

/** Finds out which tab the UI is about, and follows along while the tester goes from tab to tab. */
export async function followShownTab(): Promise<void> {
  if (asked !== null) {
    shownTabId.value = Number(asked);
    return;
  }
  if (place === 'panel') {
    const { id: windowId } = await browser.windows.getCurrent();
    browser.tabs.onActivated.addListener((active) => {
      if (active.windowId === windowId) shownTabId.value = active.tabId;
    });
  }
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  shownTabId.value = active?.id ?? browser.tabs.TAB_ID_NONE;
}
