import type { Command } from '../src/messages/command.ts';
import { RURITANIA } from '../src/model/visitor/country.ts';
import type { Visitor } from '../src/model/visitor/visitor.ts';

/** What a play can do in its tab. */
export interface Stage {
  readonly tabId: number;
  /** Opens a page of the staging site. */
  goTo(path: string): Promise<void>;
  command(wanted: Command): Promise<void>;
  /** Moves the pointer over the page and out of it. */
  leavePage(): Promise<void>;
  /** Waits until the page's widget is ready. */
  widgetReady(): Promise<void>;
}

/** One scenario, played as a visitor would. The invite is waited for afterwards. */
export interface Play {
  /** The scenario's number in Microsoft's documentation. */
  readonly scenario: number;
  readonly scenarioId: string;
  /** Whether the extension's own triggers fire the invite, or the site's own code. */
  readonly cause: 'scenario' | 'site';
  readonly title: string;
  readonly act: (stage: Stage) => Promise<void>;
}

const CASE = 'CAS-01042-X7Y2';
const FAQ = 'www.contoso.com/FAQ';

/** Enables a scenario, then visits the page it is about. */
const visit =
  (scenarioId: string, path: string) =>
  async ({ tabId, goTo, command }: Stage) => {
    await command({ command: 'enable scenario', tabId, scenarioId, enabled: true });
    await goTo(path);
  };

/** Makes the page see a visitor. */
const become = (visitor: Visitor, { tabId, command }: Stage) =>
  command({ command: 'set visitor', tabId, visitor });

const withScenarios: readonly Play[] = [
  {
    scenario: 1,
    scenarioId: 'waitTime',
    cause: 'scenario',
    title: 'stays 20 s on the product page',
    act: visit('waitTime', '/product'),
  },
  {
    scenario: 2,
    scenarioId: 'repeatVisits',
    cause: 'scenario',
    title: 'visits the community for the third time',
    async act(stage) {
      await stage.goTo('/community');
      await stage.goTo('/community');
      await visit('repeatVisits', '/community')(stage);
    },
  },
  {
    scenario: 3,
    scenarioId: 'caseStatus',
    cause: 'scenario',
    title: 'stays 10 s on a support case',
    act: visit('caseStatus', `/support/case?caseId=${CASE}`),
  },
  {
    scenario: 4,
    scenarioId: 'exitIntent',
    cause: 'scenario',
    title: 'leaves the cart after 15 s',
    async act(stage) {
      await visit('exitIntent', '/cart')(stage);
      await stage.widgetReady();
      const armed = Date.now() + 16_000;
      // In and out, as an undecided visitor does; only the leaving after 15 s counts.
      while (Date.now() < armed) {
        await stage.leavePage();
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
      await stage.leavePage();
    },
  },
  {
    scenario: 5,
    scenarioId: 'referrer',
    cause: 'scenario',
    title: `comes from ${FAQ}, then stays 15 s`,
    async act(stage) {
      await visit('referrer', '/knowledge-base')(stage);
      // In this order: only the page at which the visitor arrives has the referrer.
      await become({ referrer: { value: FAQ } }, stage);
    },
  },
  {
    scenario: 6,
    scenarioId: 'country',
    cause: 'scenario',
    title: 'visits from Ruritania',
    async act(stage) {
      await stage.goTo('/shipping');
      await become({ country: RURITANIA }, stage);
      await visit('country', '/shipping')(stage);
    },
  },
  {
    scenario: 7,
    scenarioId: 'dateWindow',
    cause: 'scenario',
    title: 'visits the sale while it lasts',
    act: visit('dateWindow', '/sale'),
  },
];

/** Goes to a page with the site's own trigger code, and makes it see a visitor. */
const visitOwn =
  (path: string, visitor: Visitor, skipMs = 0) =>
  async (stage: Stage) => {
    await stage.goTo(path);
    await become(visitor, stage);
    if (skipMs === 0) return;
    await stage.widgetReady();
    await stage.command({ command: 'skip', tabId: stage.tabId, ms: skipMs });
  };

const CLOCK: Visitor = { clock: { at: null } };

const withOwnCode: readonly Play[] = [
  {
    scenario: 1,
    scenarioId: 'waitTime',
    cause: 'site',
    title: 'the site’s own wait of 20 s, skipped',
    act: visitOwn('/own/product', CLOCK, 20_000),
  },
  {
    scenario: 2,
    scenarioId: 'repeatVisits',
    cause: 'site',
    title: 'the site’s own counter, at the third visit',
    act: visitOwn('/own/community', {
      visits: { number: 3, store: 'cookie', name: 'timesPageVisited' },
    }),
  },
  {
    scenario: 3,
    scenarioId: 'caseStatus',
    cause: 'site',
    title: 'the site’s own wait of 10 s on a support case, skipped',
    act: visitOwn(`/own/support/case?caseId=${CASE}`, CLOCK, 10_000),
  },
  {
    scenario: 4,
    scenarioId: 'exitIntent',
    cause: 'site',
    title: 'the site’s own exit intent, armed by a skip of 15 s',
    async act(stage) {
      await visitOwn('/own/cart', CLOCK, 15_000)(stage);
      await stage.command({ command: 'leave page', tabId: stage.tabId });
    },
  },
  {
    scenario: 5,
    scenarioId: 'referrer',
    cause: 'site',
    title: `the site’s own look at the referrer ${FAQ}`,
    act: visitOwn('/own/knowledge-base', { ...CLOCK, referrer: { value: FAQ } }, 15_000),
  },
  {
    scenario: 6,
    scenarioId: 'country',
    cause: 'site',
    title: 'the site’s own look at the position and its country',
    act: visitOwn('/own/shipping', { country: RURITANIA }),
  },
  {
    scenario: 7,
    scenarioId: 'dateWindow',
    cause: 'site',
    title: 'the site’s own date window, on its last day',
    act: visitOwn('/own/sale', { clock: { at: '2099-12-31T12:00:00Z' } }),
  },
];

/** Every scenario on a page without trigger code, then on one with the site's own. */
export const plays: readonly Play[] = [...withScenarios, ...withOwnCode];
