import { signal } from '@preact/signals';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { PORT_PREFIX } from '../messages/command.ts';
import { type Snapshot, snapshotSchema } from '../messages/snapshot.ts';

/** The latest that the background told of the tab; null until it has. */
export const latestSnapshot = signal<Snapshot | null>(null);

/** A moment, so that a background that cannot start is not asked without end, in ms. */
const RECONNECT_AFTER = 200;

const lastOf = <T>(all: readonly T[], count: number): readonly T[] =>
  count === 0 ? [] : all.slice(-count);

/** Shows a tab for as long as the UI is open. The browser may stop the background meanwhile, which ends the port. */
export function follow(tabId: number): void {
  const port = browser.runtime.connect({ name: PORT_PREFIX + tabId });
  let timeline: Snapshot['timeline'] = [];
  port.onMessage.addListener((message: unknown) => {
    const news = v.parse(snapshotSchema, message);
    // What is known stays the same objects, so that what was made of them need not be made again.
    timeline = [...lastOf(timeline, news.timelineKnown), ...news.timeline];
    latestSnapshot.value = { ...news, timeline };
  });
  port.onDisconnect.addListener(() => setTimeout(() => follow(tabId), RECONNECT_AFTER));
}
