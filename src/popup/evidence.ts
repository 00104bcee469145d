import browser from 'webextension-polyfill';
import type { Snapshot } from '../messages/snapshot.ts';
import { type Evidence, gatherEvidence, type Picture } from '../model/evidence/evidence.ts';
import { factsAt } from '../model/scenarios/status.ts';
import { overrideChips } from '../overrideChips.ts';
import { byWhom, say, scenarioName, words } from '../texts.ts';
import { siteEvidence } from './siteCode.ts';

/** What can be reported of a tab at this moment. Throws if the tab is gone. */
export async function evidenceOf(snapshot: Snapshot): Promise<Evidence> {
  const { report, simulation, scenarios, timeline, watched } = snapshot;
  const tab = await browser.tabs.get(snapshot.tabId);
  const { name, version } = browser.runtime.getManifest();
  const at = Date.now();
  return gatherEvidence(
    {
      at,
      language: browser.i18n.getUILanguage(),
      page: { address: tab.url ?? report?.facts.address ?? '', title: tab.title ?? '' },
      browser: navigator.userAgent,
      extension: `${name} ${version}`,
      site: watched && siteEvidence(snapshot, watched, at),
      visitor: overrideChips(simulation.visitor).map(({ text }) => text),
      scenarios: scenarios.filter(({ id }) => simulation.scenarioIds.includes(id)),
      factsOf: ({ id }) => report && factsAt(report, id, at, simulation.visitor.clock?.speed),
      timeline,
    },
    { words, scenarioName, by: (event) => byWhom(event, scenarios) },
  );
}

const isInFront = async (tabId: number): Promise<boolean> =>
  (await browser.tabs.get(tabId)).active === true;

/** A picture of what can be seen of a tab's page: of a tab behind another there is none. */
export async function pictureOf(tabId: number): Promise<Picture> {
  const missing: Picture = { missing: say('evidencePageNotVisible') };
  const { windowId } = await browser.tabs.get(tabId);
  if (!(await isInFront(tabId))) return missing;
  try {
    const dataUrl = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
    return (await isInFront(tabId)) ? { dataUrl } : missing;
  } catch (error) {
    return { missing: say('evidencePictureRefused', messageOf(error)) };
  }
}

/** What an error says, for people. */
export const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
