import browser from 'webextension-polyfill';
import type { BridgeOrder, PageOrder, Skip } from '../messages/page.ts';
import { type PageReport, type RealWorkers, realWorkers } from '../model/report.ts';
import type { Watched } from '../model/watch/watched.ts';

/** The last report of each tab's page. Not stored: a page gives a new one when it is asked. */
const reports = new Map<number, PageReport>();

/** What was last told of the site's own code in each tab's page. */
const watched = new Map<number, Watched>();

export const lastWatched = (tabId: number): Watched | null => watched.get(tabId) ?? null;
export const keepWatched = (tabId: number, seen: Watched): void => void watched.set(tabId, seen);

/** Why workers of a tab's frames keep the real time, for as long as its page is there. */
const realInFrames = new Map<number, ReadonlySet<RealWorkers>>();

export function keepRealInFrame(tabId: number, why: RealWorkers): void {
  realInFrames.set(tabId, new Set([...(realInFrames.get(tabId) ?? []), why]));
}

/** The last report of a tab's page, with what its frames have said; null if there is none. */
export function lastReport(tabId: number): PageReport | null {
  const report = reports.get(tabId);
  const inFrames = realInFrames.get(tabId);
  if (!report || !inFrames) return report ?? null;
  const isReal = (why: RealWorkers) => report.realWorkers.includes(why) || inFrames.has(why);
  return { ...report, realWorkers: realWorkers.filter(isReal) };
}
export const keepReport = (tabId: number, report: PageReport): void =>
  void reports.set(tabId, report);

/** Whether our scripts answered in the top document of a tab when last asked. */
const reachable = new Map<number, boolean>();

export const isReachable = (tabId: number): boolean => reachable.get(tabId) === true;

const arrivals = new Set<(tabId: number) => void>();

/** Hears of the tabs in which our scripts begin in a new page, until the function it gives is called. */
export function onArrival(hear: (tabId: number) => void): () => void {
  arrivals.add(hear);
  return () => arrivals.delete(hear);
}

/** The tab's page is a new one: what its predecessor said is void. */
export function pageArrived(tabId: number): void {
  reports.delete(tabId);
  watched.delete(tabId);
  realInFrames.delete(tabId);
  reachable.set(tabId, true);
  for (const hear of arrivals) hear(tabId);
}

export function forgetPage(tabId: number): void {
  reports.delete(tabId);
  watched.delete(tabId);
  realInFrames.delete(tabId);
  reachable.delete(tabId);
}

/** Sends an order to the top document of a tab; false if nothing of ours is there to take it. */
export async function orderPage(tabId: number, order: BridgeOrder): Promise<boolean> {
  const taken = (await send(tabId, order, { frameId: 0 })) !== null;
  reachable.set(tabId, taken);
  if (!taken) reports.delete(tabId);
  return taken;
}

/**
 * Lets time pass at once in the top document of a tab. Gives the ms that have passed, of which no more
 * than were ordered are believed; null if nothing of ours is there.
 */
export async function skipInPage(tabId: number, { ms, toNextTimer }: Skip): Promise<number | null> {
  const order: PageOrder = { kind: 'skip', ms, ...(toNextTimer && { toNextTimer }) };
  const answer = await send(tabId, order, { frameId: 0 });
  if (answer === null) return null;
  return typeof answer === 'number' && answer >= 0 ? Math.min(answer, ms) : 0;
}

/** Sends an order to every document of a tab. */
export const orderAllFrames = async (tabId: number, order: PageOrder): Promise<boolean> =>
  (await send(tabId, order, {})) !== null;

/** Gives the answer of the first document that answers; null if nothing of ours is there. */
async function send(
  tabId: number,
  order: BridgeOrder,
  options: { frameId?: number },
): Promise<unknown> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tabId, order, options);
    return answer ?? true;
  } catch {
    // "Receiving end does not exist": the page was loaded before its site was enabled, or before an update.
    return null;
  }
}
