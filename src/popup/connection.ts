import { effect, signal } from '@preact/signals';
import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { PORT_PREFIX } from '../messages/command.ts';
import { newsSchema, type Snapshot, withNews } from '../messages/snapshot.ts';
import { shownTabId } from './place.ts';

/** The latest that the background told of the tab; null until it has. */
export const latestSnapshot = signal<Snapshot | null>(null);

/** A moment, so that a background that cannot start is not asked without end, in ms. */
const RECONNECT_AFTER = 200;

/** Shows a tab until `stop` is called. The browser may stop the background meanwhile, which ends the port. */
function follow(tabId: number): () => void {
  let isFollowing = true;
  let port: Runtime.Port | null = null;
  function connect(): void {
    if (!isFollowing) return;
    port = browser.runtime.connect({ name: PORT_PREFIX + tabId });
    let snapshot: Snapshot | null = null;
    port.onMessage.addListener((message: unknown) => {
      if (!isFollowing) return;
      snapshot = withNews(snapshot, v.parse(newsSchema, message));
      latestSnapshot.value = snapshot;
    });
    port.onDisconnect.addListener(() => setTimeout(connect, RECONNECT_AFTER));
  }
  connect();
  return () => {
    isFollowing = false;
    port?.disconnect();
    latestSnapshot.value = null;
  };
}

/** Shows the tab that the UI is about, and the next one when it is about another. */
export function followSnapshots(): void {
  effect(() => {
    if (shownTabId.value !== browser.tabs.TAB_ID_NONE) return follow(shownTabId.value);
    return undefined;
  });
}
