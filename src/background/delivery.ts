import browser, { type DeclarativeNetRequest } from 'webextension-polyfill';
import { encode, METRIC } from '../messages/delivery.ts';
import type { Scenario } from '../model/scenarios/scenario.ts';
import {
  type InviteMode,
  isForFirstScript,
  type PageSimulation,
  type Simulation,
} from '../model/simulation.ts';
import type { Landing } from '../model/visitor/landing.ts';
import { endsWithLandingPage, type ReferrerOverride } from '../model/visitor/referrer.ts';
import { countryHeaders } from './countryHeaders.ts';
import { createQueue } from './queue.ts';

type Rule = DeclarativeNetRequest.Rule;
type NewRule = Omit<Rule, 'id'>;
/** The tabs whose requests a rule is for. */
type Tabs = Pick<Rule['condition'], 'tabIds' | 'excludedTabIds' | 'initiatorDomains'>;

/**
 * Firefox keeps a response with the headers that we add, and would give this visitor to later loads of
 * the page, in any tab. Chromium keeps it as it came.
 */
const KEEPS_OUR_HEADER = import.meta.env.MODE === 'firefox';

/** A simulation with its scenarios in full and what becomes of invites, as the page world takes it. */
export function pageSimulation(
  simulation: Simulation,
  scenarios: readonly Scenario[],
  invites: InviteMode,
): PageSimulation {
  const { epoch, visitor, clockReading, landing, scenarioIds, isSiteWatched } = simulation;
  return {
    epoch,
    visitor,
    clockReading,
    ...(landing && { landing }),
    scenarios: scenarios.filter(({ id }) => scenarioIds.includes(id)),
    invites,
    ...(isSiteWatched && { isSiteWatched }),
  };
}

/**
 * The rules that set the Referer header. Until it is known where the visitor lands they hold for every
 * page, so that redirects keep it; then for the landing page only, and only while the tab shows it, which
 * makes the request a reload and no link from another page of the site.
 */
function refererRules(
  tabs: Tabs,
  referrer: ReferrerOverride,
  landing: Landing | undefined,
): readonly NewRule[] {
  const { value } = referrer;
  const rule = (condition: Rule['condition']): NewRule => ({
    condition: { ...tabs, resourceTypes: ['main_frame'], ...condition },
    action: {
      type: 'modifyHeaders',
      requestHeaders: [
        value === ''
          ? { header: 'referer', operation: 'remove' }
          : { header: 'referer', operation: 'set', value },
      ],
    },
  });
  if (!endsWithLandingPage(referrer) || !landing) return [rule({})];
  if (!landing.isShown) return [];
  const exactly = (urlFilter: string) => rule({ urlFilter, isUrlFilterCaseSensitive: true });
  // What is matched may end with the fragment.
  return [exactly(`|${landing.address}|`), exactly(`|${landing.address}#`)];
}

/**
 * The rules of tabs. A response header takes the simulation to every document before its first script;
 * see CONTRIBUTING.md for what was measured. Only a visitor with overrides and a dry run need that: scenarios alone
 * come through the bridge, and the page's responses stay as they are.
 */
function rulesFor(tabs: Tabs, simulation: PageSimulation): readonly NewRule[] {
  const { visitor } = simulation;
  if (!isForFirstScript(simulation)) return [];
  const rules: NewRule[] = [
    {
      condition: { ...tabs, resourceTypes: ['main_frame', 'sub_frame'] },
      action: {
        type: 'modifyHeaders',
        responseHeaders: [
          {
            header: 'server-timing',
            operation: 'append',
            value: `${METRIC};desc="${encode(simulation)}"`,
          },
          ...(KEEPS_OUR_HEADER
            ? [{ header: 'cache-control', operation: 'set', value: 'no-store' } as const]
            : []),
        ],
      },
    },
  ];
  if (visitor.referrer) rules.push(...refererRules(tabs, visitor.referrer, simulation.landing));
  if (visitor.country) {
    const requestHeaders = countryHeaders(visitor.country);
    if (requestHeaders.length > 0) {
      rules.push({
        // What code on a server answers: pages, frames, and what they fetch. Only requests to enabled sites
        // are ours to change, and it is those sites' CDNs that would have set the headers.
        condition: {
          ...tabs,
          resourceTypes: ['main_frame', 'sub_frame', 'xmlhttprequest'],
        },
        action: { type: 'modifyHeaders', requestHeaders },
      });
    }
  }
  return rules;
}

const inTurn = createQueue();

/** Puts rules in the place of those that `isOld` names. */
const replaceRules = (
  isOld: (condition: Rule['condition']) => boolean,
  rules: readonly NewRule[],
): Promise<void> =>
  inTurn(async () => {
    const present = await browser.declarativeNetRequest.getSessionRules();
    const removeRuleIds = present.filter(({ condition }) => isOld(condition)).map(({ id }) => id);
    if (removeRuleIds.length === 0 && rules.length === 0) return;
    // Tab ids can be larger than rule ids may be, so rules are numbered on their own.
    const firstId = Math.max(0, ...present.map(({ id }) => id)) + 1;
    const addRules = rules.map((rule, index) => ({ ...rule, id: firstId + index }));
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds, addRules });
  });

/** Makes the next documents of a tab get this simulation; null takes everything back. */
export const deliver = (tabId: number, simulation: PageSimulation | null): Promise<void> =>
  replaceRules(
    ({ tabIds }) => tabIds?.includes(tabId) ?? false,
    simulation ? rulesFor({ tabIds: [tabId] }, simulation) : [],
  );

/**
 * Makes the first documents of tabs that are not open yet get a simulation, by the host whose page opens
 * them: https://developer.chrome.com/docs/extensions/reference/api/declarativeNetRequest#type-RuleCondition
 */
export const deliverToNewTabs = (
  openTabs: readonly number[],
  simulations: ReadonlyMap<string, PageSimulation>,
): Promise<void> =>
  replaceRules(
    // Firefox has null for what a rule does not name.
    ({ excludedTabIds }) => Array.isArray(excludedTabIds),
    [...simulations].flatMap(([host, simulation]) =>
      rulesFor({ excludedTabIds: [...openTabs], initiatorDomains: [host] }, simulation).map(
        // Whatever else its page asks for, the tab is known by then.
        ({ condition, action }) => ({
          condition: { ...condition, resourceTypes: ['main_frame'] as const },
          action,
        }),
      ),
    ),
  );
