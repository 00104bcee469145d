import browser from 'webextension-polyfill';
import overlay from '../content/overlay/overlay.iife.ts?script&iife';
import { OVERLAY_ID, OVERLAY_TAKEN, type OverlayOrder, type Story } from '../messages/overlay.ts';
import { scenariosOf } from '../model/library/library.ts';
import { hasOverlay, latestOfInvite, presentedScenario } from '../model/presentation.ts';
import { byWhom } from '../texts.ts';
import { removeElement } from './inPage.ts';
import { library } from './library.ts';
import { lastReport, orderPage } from './pages.ts';
import { invitesIn } from './production.ts';
import { createQueues } from './queue.ts';
import { tabRecord } from './tabs.ts';

/** How many scenarios are told; an audience reads no more. */
const MOST_TOLD = 6;

/** What there is to tell of a tab; null where nothing is to be told, or not yet. */
async function storyOf(tabId: number): Promise<Story | null> {
  if (!hasOverlay((await tabRecord(tabId)).simulation)) return null;
  const all = scenariosOf(await library());
  const record = await tabRecord(tabId);
  const { simulation, timeline } = record;
  const report = lastReport(tabId);
  if (!report) {
    // The background has been stopped meanwhile. The report that comes is told.
    await orderPage(tabId, { kind: 'report' });
    return null;
  }
  const presented = presentedScenario(all, simulation);
  const told = [
    ...(presented ? [presented] : []),
    ...all.filter(({ id }) => id !== presented?.id && simulation.scenarioIds.includes(id)),
  ];
  const event = latestOfInvite(timeline.events);
  return {
    simulation,
    invites: await invitesIn(record),
    scenarios: told.slice(0, MOST_TOLD),
    more: Math.max(0, told.length - MOST_TOLD),
    report,
    latest: event && { event, by: byWhom(event, all) },
  };
}

/** Tells the overlay of a tab's page; false if it is not there. */
async function tell(tabId: number, story: Story | null): Promise<boolean> {
  const order: OverlayOrder = { kind: 'overlay', story };
  try {
    return (await browser.tabs.sendMessage(tabId, order, { frameId: 0 })) === OVERLAY_TAKEN;
  } catch {
    // Nothing of ours is there.
    return false;
  }
}

const inTurn = createQueues<number>();
/** The tabs that are about to be told: what is new until then they hear at once. */
const due = new Set<number>();

/** Shows on the page of a tab what is now to be told, if it has the overlay on. Throws if the page takes no script. */
export async function tellOverlay(tabId: number): Promise<void> {
  if (due.has(tabId)) return;
  due.add(tabId);
  await inTurn(tabId, async () => {
    due.delete(tabId);
    const story = await storyOf(tabId);
    if (!story || (await tell(tabId, story))) return;
    await browser.scripting.executeScript({
      target: { tabId },
      files: [overlay.replace(/^\//, '')],
      // It waits for the page's body by itself; whoever waits behind it need not.
      injectImmediately: true,
    });
    await tell(tabId, story);
  });
}

/** Takes the overlay off the page of a tab, once the tab's simulation has none any more. */
export const takeOverlayAway = (tabId: number): Promise<void> =>
  inTurn(tabId, async () => void (await tell(tabId, null)));

/** Takes away the overlays that an update of the extension has left without a script in open pages. */
export async function removeLeftOverlays(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  if (origins.length === 0) return;
  for (const { id } of await browser.tabs.query({ url: origins })) {
    if (id === undefined) continue;
    await browser.scripting
      .executeScript({ target: { tabId: id }, func: removeElement, args: [OVERLAY_ID] })
      // An error page takes no script, and has no overlay.
      .catch((error: unknown) => console.debug('Not looked for an overlay.', error));
  }
}
