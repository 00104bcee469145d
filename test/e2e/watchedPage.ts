import { eventually } from '../../driver/simulator.ts';
import type { Snapshot } from '../../src/messages/snapshot.ts';
import type { Visitor } from '../../src/model/visitor/visitor.ts';
import type { Watched } from '../../src/model/watch/watched.ts';
import type { Tab } from './withExtension.ts';

/** What was watched in a tab's page, once it fits. */
export const watched = (
  tab: Tab,
  what: string,
  fits: (seen: Watched) => boolean,
): Promise<Watched> =>
  eventually(what, async () => {
    const { watched: seen } = await tab.snapshot();
    return seen && fits(seen) ? seen : null;
  });

/** A tab on a page of the staging site that is watched from its first script on; for a visitor, if one is given. */
export async function watching(tab: Tab, path: string, visitor?: Visitor): Promise<void> {
  await tab.goTo('/faq?widget=none');
  await tab.report('the page');
  if (visitor) await tab.become(visitor);
  await tab.command({ command: 'watch site', isWatched: true });
  await watched(tab, 'the page to be watched', ({ isFromStart }) => isFromStart);
  await tab.goTo(path);
  await watched(tab, 'the page to be watched', ({ isFromStart }) => isFromStart);
}

/** What happens to each invite that the widget is offered: it is seen, or known not to be. */
const FATES: readonly string[] = ['shown', 'blocked'];
/** A trigger that fires so soon is waited for, in ms. */
const SOON = 1_000;

/** Whether nothing is to come of a page's triggers by itself, but in some time. */
function isAtRest({ loadedAt, sdkUses, invites, inputs, timers }: Watched): boolean {
  const offered = sdkUses.filter((use) => use.method === 'startProactiveChat' && use.isReady);
  const known = invites.filter(({ outcome }) => FATES.includes(outcome));
  const asked = inputs.filter(
    ({ input }) => input === 'geolocation' || input === 'location service',
  );
  return (
    loadedAt !== null &&
    known.length >= offered.length &&
    asked.every(({ value }) => value !== null) &&
    timers.every(({ isTrigger, dueIn }) => !isTrigger || dueIn > SOON)
  );
}

/** A tab whose page is watched. */
export type WatchedTab = Snapshot & { readonly watched: Watched };

/** A tab once its page has come to rest, with all that was seen until then. */
export async function atRest(tab: Tab): Promise<WatchedTab> {
  const { at } = await watched(tab, 'the page to come to rest', isAtRest);
  // What the page did before this is told before this, or with it.
  const mark = `at rest since ${at}`;
  await tab.page.evaluate(
    `window.dispatchEvent(new CustomEvent('lcw:onMinimize', { detail: '${mark}' }))`,
  );
  return eventually('all that was seen to be told', async () => {
    const snapshot = await tab.snapshot();
    const { watched: seen } = snapshot;
    return seen?.events.some(({ detail }) => detail.text === mark)
      ? { ...snapshot, watched: seen }
      : null;
  });
}

/** Ends the chat of a page, which the widget would bring back on those that come later. It hears of that only once the chat has begun. */
export async function endChat(tab: Tab): Promise<void> {
  await eventually('the chat to be closed', async () => {
    await tab.page.evaluate('Microsoft.Omnichannel.LiveChatWidget.SDK.closeChat()');
    const { report } = await tab.snapshot();
    return report?.widget.state === 'ready' && !report.widget.chatActive ? true : null;
  });
}
