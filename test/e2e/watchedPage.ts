import { eventually } from '../../driver/simulator.ts';
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

/** A tab on a page of the staging site that is watched from its first script on. */
export async function watching(tab: Tab, path: string): Promise<void> {
  await tab.goTo('/faq?widget=none');
  await tab.report('the page');
  await tab.command({ command: 'watch site', isWatched: true });
  await watched(tab, 'the page to be watched', ({ isFromStart }) => isFromStart);
  await tab.goTo(path);
  await watched(tab, 'the page to be watched', ({ isFromStart }) => isFromStart);
}
