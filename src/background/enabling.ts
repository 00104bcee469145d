import * as v from 'valibot';
import browser, { type Tabs } from 'webextension-polyfill';
import { onArrival, orderPage } from './pages.ts';
import { createQueue } from './queue.ts';
import { forgetKnownSites } from './senders.ts';
import { endDisabledSimulations, endSimulation, inherit } from './simulations.ts';
import { injectInto, isEnabled, patternFor, registerScripts } from './sites.ts';
import { everythingChanged, lookAgain } from './snapshots.ts';
import { allOf } from './steps.ts';
import { forgetVisits } from './visits.ts';

/*
 * Enabling a site has two halves: the popup asks the browser, and the browser asks the tester, which may
 * close the popup. So the background is told beforehand what is wanted, and goes on when it is granted.
 */

const KEY = 'tabWaitingForPermission';
const inTurn = createQueue();

/** A tester wants the site of a tab enabled, and the browser is about to be asked for it. */
export const wantSite = (tabId: number): Promise<void> =>
  inTurn(() => browser.storage.session.set({ [KEY]: tabId }));

/** The load of the tab that waited for its site, while it goes on. Others do not queue behind a page. */
let loading: Promise<void> = Promise.resolve();

/** The browser's answer was yes; if the permission was there already, nothing else tells us so. */
export async function siteGranted(): Promise<void> {
  await inTurn(loadWaiting);
  await loading;
}

/** Begins to load the tab that waits for its site anew, with our scripts; whoever asks first does it. */
async function loadWaiting(): Promise<void> {
  const waiting = v.safeParse(v.number(), (await browser.storage.session.get(KEY))[KEY]);
  await registerScripts();
  if (!waiting.success) return;
  const site = patternFor((await browser.tabs.get(waiting.output)).url);
  // What was granted may be another site than the one that was once asked for in vain.
  if (!site || !(await isEnabled(site.pattern))) return;
  await browser.storage.session.remove(KEY);
  loading = loadWithScripts(waiting.output);
  // Whoever waits for it hears of a failure.
  loading.catch(() => {});
}

/** How often a page is loaded anew until it has our scripts. */
const ATTEMPTS = 5;

/** How long a page may take to begin, in ms: some never end to load, and our scripts run long before that. */
const BEGINS_WITHIN = 10_000;

/**
 * Loads a page anew until our scripts run in it: Firefox tells its content processes of a new permission
 * some time after it has told us, and a page that is loaded meanwhile gets none.
 */
async function loadWithScripts(tabId: number): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await reloadAndWait(tabId);
    if (await orderPage(tabId, { kind: 'report' })) return;
  }
}

/** Loads a page anew; done when our scripts have begun in it, or it is complete or closed, or takes too long. */
async function reloadAndWait(tabId: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const updated = (id: number, { status }: Tabs.OnUpdatedChangeInfoType) => {
    if (id === tabId && status === 'complete') resolve();
  };
  const ours = (id: number) => {
    if (id === tabId) resolve();
  };
  browser.tabs.onUpdated.addListener(updated);
  browser.tabs.onRemoved.addListener(ours);
  const forget = onArrival(ours);
  const timer = setTimeout(resolve, BEGINS_WITHIN);
  try {
    await browser.tabs.reload(tabId);
    await promise;
  } finally {
    clearTimeout(timer);
    forget();
    browser.tabs.onUpdated.removeListener(updated);
    browser.tabs.onRemoved.removeListener(ours);
  }
}

/** Permissions have been granted, on our asking or in the browser's own settings. */
export async function permissionsGranted(patterns: readonly string[]): Promise<void> {
  // When the tab that waits has our scripts, Firefox has told everybody; if it cannot be loaded, the others still count.
  await siteGranted().catch((error: unknown) =>
    console.warn('The tab of a new site was not loaded anew.', error),
  );
  await inTurn(() => joinTabs(patterns));
  everythingChanged();
}

/** Joins the open tabs of sites where they are: triggers work there at once, overrides after a reload. */
async function joinTabs(patterns: readonly string[]): Promise<void> {
  for (const { id, status } of await browser.tabs.query({ url: [...patterns] })) {
    if (id === undefined || status !== 'complete') continue;
    if (await orderPage(id, { kind: 'report' })) continue;
    // An error page takes no script; the popup then says "reload".
    await injectInto(id).catch((error: unknown) =>
      console.debug('Not injected into an open page.', error),
    );
    await lookAgain(id);
  }
}

/** A tab has been opened: from a page that is simulated, perhaps. */
export async function tabOpened({ id, openerTabId }: Tabs.Tab): Promise<void> {
  if (id === undefined || openerTabId === undefined) return;
  // Chromium also names an opener for tabs that the tester opens by hand, which are not on their way to a site.
  const { pendingUrl } = await browser.tabs.get(id);
  const isFromPage =
    import.meta.env.MODE === 'firefox' ||
    (pendingUrl !== undefined && !(await isDisabled(pendingUrl)));
  if (isFromPage) await inherit(openerTabId, id);
}

/** Disables the site of a tab: its counters are given back while that is possible, then the permission goes. */
export async function disableSite(tabId: number): Promise<void> {
  const site = patternFor((await browser.tabs.get(tabId)).url);
  if (!site) return;
  for (const { id } of await browser.tabs.query({ url: site.pattern }))
    if (id !== undefined) await endSimulation(id);
  await browser.permissions.remove({ origins: [site.pattern] });
  await browser.tabs.reload(tabId);
}

/** Permissions have been taken back, by us or in the browser's own settings: what was there ends, and what was counted is forgotten. */
export async function permissionsRemoved(): Promise<void> {
  forgetKnownSites();
  await allOf([registerScripts(), endDisabledSimulations(), forgetVisits(isDisabled)]);
  everythingChanged();
}

const isDisabled = async (origin: string): Promise<boolean> => {
  const site = patternFor(origin);
  return site === null || !(await isEnabled(site.pattern));
};
