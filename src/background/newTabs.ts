import browser from 'webextension-polyfill';
import { isForFirstScript, type PageSimulation, type Simulation } from '../model/simulation.ts';
import { deliverToNewTabs, pageSimulation } from './delivery.ts';
import { library } from './library.ts';
import { invitesIn } from './production.ts';
import { createQueue } from './queue.ts';
import { hostOf } from './sites.ts';
import { tabRecord } from './tabs.ts';

/*
 * The first request of a new tab goes out before the browser tells of the tab, and so before any rule of its
 * own. But a rule can name the host whose page opens it. Which tab that page is in no rule can say, so
 * there is one only while all tabs of a host have the same to give.
 */

/**
 * What a tab gives to those that its pages open: everything but the counter of visits, which stays with the
 * tab that has borrowed it. No new tab shows the landing page, which was come to from elsewhere.
 */
export function inheritance({ landing, ...simulation }: Simulation): Simulation {
  const { visits: _, ...visitor } = simulation.visitor;
  return { ...simulation, ...(landing && { landing: { ...landing, isShown: false } }), visitor };
}

/** What the tabs of a host give to those that their pages open. */
export interface Given {
  readonly host: string;
  readonly simulation: PageSimulation;
}

/**
 * What the pages of each host give to the tabs they open, where that is certain. What a rule says of a host
 * holds for its subdomains too.
 */
export function certainlyGiven(all: readonly Given[]): ReadonlyMap<string, PageSimulation> {
  const certain = all.filter(({ host, simulation }) => {
    const text = JSON.stringify(simulation);
    return (
      isForFirstScript(simulation) &&
      all.every(
        (other) =>
          !(other.host === host || other.host.endsWith(`.${host}`)) ||
          JSON.stringify(other.simulation) === text,
      )
    );
  });
  return new Map(certain.map(({ host, simulation }) => [host, simulation]));
}

const inTurn = createQueue();

/** Prepares for new tabs. To be called whenever another simulation is in force in a tab, or a tab is on another site. */
export const prepareNewTabs = (): Promise<void> =>
  inTurn(async () => {
    const openTabs = (await browser.tabs.query({})).flatMap(({ id }) => id ?? []);
    const records = await Promise.all(openTabs.map(tabRecord));
    const { scenarios } = await library();
    const give = async (site: string, simulation: Simulation): Promise<Given> => ({
      host: hostOf(site),
      simulation: pageSimulation(
        inheritance(simulation),
        scenarios,
        await invitesIn({ site, simulation }),
      ),
    });
    const given = await Promise.all(
      records.flatMap(({ site, simulation }) => (site === null ? [] : give(site, simulation))),
    );
    await deliverToNewTabs(openTabs, certainlyGiven(given));
  });
