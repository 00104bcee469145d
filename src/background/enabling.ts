import * as v from 'valibot';
import browser, { type Tabs } from 'webextension-polyfill';
import { orderPage } from './pages.ts';
import { createQueue } from './queue.ts';
import { endSimulation } from './simulations.ts';
import { injectInto, isEnabled, patternFor, registerScripts } from './sites.ts';
import { everythingChanged, lookAgain } from './snapshots.ts';
import { forgetVisits } from './visits.ts';

/*
 * Enabling a site has two halves: the popup asks the browser, and the browser asks the tester, which may
 * close the popup. So the background is told beforehand what is wanted, and goes on when it is granted.
 */

const KEY = 'tabWaitingForPermission';
const inTurn = createQueue();

/** The tabs that were loaded anew for their site: they get our scripts by themselves. */
const reloaded = new Set<number>();

/** A tester wants the site of a tab enabled, and the browser is about to be asked for it. */
export const wantSite = (tabId: number): Promise<void> =>
  inTurn(() => browser.storage.session.set({ [KEY]: tabId }));

/** The browser's answer was yes; if the permission was there already, nothing else tells us so. */
export const siteGranted = (): Promise<void> => inTurn(enableWaiting);

/** Loads the tab that waits for its site anew, with our scripts; whoever asks first does it. */
async function enableWaiting(): Promise<void> {
  const waiting = v.safeParse(v.number(), (await browser.storage.session.get(KEY))[KEY]);
  await registerScripts();
  if (!waiting.success) return;
  const site = patternFor((await browser.tabs.get(waiting.output)).url);
  // What was granted may be another site than the one that was once asked for in vain.
  if (!site || !(await isEnabled(site.pattern))) return;
  await browser.storage.session.remove(KEY);
  reloaded.add(waiting.output);
  await loadWithScripts(waiting.output);
}

/** How often a page is loaded anew until it has our scripts. */
const ATTEMPTS = 5;

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

/** Loads a page anew; done when it is complete, or closed. */
async function reloadAndWait(tabId: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const updated = (id: number, { status }: Tabs.OnUpdatedChangeInfoType) => {
    if (id === tabId && status === 'complete') resolve();
  };
  const removed = (id: number) => {
    if (id === tabId) resolve();
  };
  browser.tabs.onUpdated.addListener(updated);
  browser.tabs.onRemoved.addListener(removed);
  try {
    await browser.tabs.reload(tabId);
    await promise;
  } finally {
    browser.tabs.onUpdated.removeListener(updated);
    browser.tabs.onRemoved.removeListener(removed);
  }
}

/** Permissions have been granted, on our asking or in the browser's own settings. */
export const permissionsGranted = (patterns: readonly string[]): Promise<void> =>
  inTurn(async () => {
    await enableWaiting();
    // Other tabs of the site are joined where they are: triggers work there at once, overrides after a reload.
    for (const { id, status } of await browser.tabs.query({ url: [...patterns] })) {
      if (id === undefined || reloaded.has(id) || status !== 'complete') continue;
      if (await orderPage(id, { kind: 'report' })) continue;
      // An error page takes no script; the popup then says "reload".
      await injectInto(id).catch((error: unknown) =>
        console.debug('Not injected into an open page.', error),
      );
      await lookAgain(id);
    }
    everythingChanged();
  });

/** Disables the site of a tab: nothing of ours runs there any more, and what was counted is forgotten. */
export async function disableSite(tabId: number): Promise<void> {
  const site = patternFor((await browser.tabs.get(tabId)).url);
  if (!site) return;
  for (const { id } of await browser.tabs.query({ url: site.pattern }))
    if (id !== undefined) await endSimulation(id);
  await forgetVisits(new URL(site.pattern.replace('*:', 'https:').replace('/*', '/')).hostname);
  reloaded.delete(tabId);
  await browser.permissions.remove({ origins: [site.pattern] });
  await browser.tabs.reload(tabId);
}

/** Permissions have been taken back, by us or in the browser's own settings. */
export async function permissionsRemoved(): Promise<void> {
  await registerScripts();
  everythingChanged();
}
