import type { Scenario } from '../model/scenarios/scenario.ts';
import { type Text, text } from '../model/text.ts';
import { orderPage } from './pages.ts';
import { invitesIn, isProduction } from './production.ts';
import { tabRecord } from './tabs.ts';

/**
 * Fires the invite of a scenario in the page of a tab from where nobody can be asked, such as a menu or a key:
 * so not where a real agent would get it. The answer is what keeps it from being done, null if nothing does.
 */
export async function fireUnasked(tabId: number, scenario: Scenario): Promise<Text | null> {
  const record = await tabRecord(tabId);
  if ((await isProduction(record.site)) && (await invitesIn(record)) === 'live')
    return text('problemProductionMenu');
  const isFired = await orderPage(tabId, { kind: 'fire', scenario });
  return isFired ? null : text('problemPageUnreached');
}
