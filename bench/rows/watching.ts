import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { command, eventually, type Simulator, snapshotOf } from '../../driver/simulator.ts';
import { compare, median, type Row } from '../row.ts';

/**
 * Heavy pages take seconds, which differ by a tenth; light ones take a moment, which differs by a third. A
 * driven Firefox gets slower with the requests it has seen, so that each session has a browser of its own.
 */
const SESSIONS = 3;
const HEAVY_ROUNDS = 8;
const LIGHT_ROUNDS = 30;
/** What watching may add, and what an enabled site may that is not watched. */
const MOST = 1.03;

type State = 'watched' | 'not watched' | 'not enabled';

/** A page that is loaded again and again in a tab of its own. */
interface Loaded {
  readonly state: State;
  readonly address: string;
}

/** What is measured of a page that has loaded: promises of ms, one after the other. */
type Measures = Readonly<Record<string, string>>;

/** What was measured of each of several pages, round by round. */
type Measured<Name extends string> = Readonly<Record<Name, Readonly<Record<string, number[]>>>>;

async function open(simulator: Simulator, { state, address }: Loaded): Promise<Page> {
  const { page, tabId } = await simulator.newTab();
  await page.goto(address);
  if (state === 'watched') {
    const console = await simulator.console();
    await command(console, { command: 'watch site', tabId, isWatched: true });
    await eventually('the page to be watched', async () =>
      (await snapshotOf(console, tabId)).watched?.isFromStart ? true : null,
    );
  }
  return page;
}

/**
 * Who comes in which place in a round: over as many rounds as there are pages each comes right after each
 * other one once, so that none has to bear what another leaves behind. For an even number of pages, see
 * https://en.wikipedia.org/wiki/Latin_square.
 */
const turnsOf = (round: number, pages: number): readonly number[] =>
  Array.from({ length: pages }, (_, place) => {
    const first = place % 2 === 0 ? pages - place / 2 : (place + 1) / 2;
    return (first + round) % pages;
  });

/** Loads each of the pages once a round, and adds what it measures. */
async function measure<Name extends string>(
  simulator: Simulator,
  pages: Readonly<Record<Name, Loaded>>,
  measures: Measures,
  rounds: number,
  into: Measured<Name>,
): Promise<void> {
  const between = await simulator.newTab();
  const tabs: { readonly name: Name; readonly page: Page; readonly address: string }[] = [];
  for (const name in pages)
    tabs.push({ name, page: await open(simulator, pages[name]), address: pages[name].address });
  for (let round = -1; round < rounds; round++) {
    for (const turn of turnsOf(round + 1, tabs.length)) {
      const tab = tabs[turn];
      if (!tab) continue;
      // A tab that was in front before loads faster than one that comes to the front.
      await between.page.bringToFront();
      await tab.page.bringToFront();
      await tab.page.goto(tab.address, { waitUntil: 'load' });
      for (const [what, expression] of Object.entries(measures)) {
        const ms = v.parse(v.number(), await tab.page.evaluate(expression));
        // In the first round caches are filled.
        if (round >= 0) into[tab.name][what]?.push(ms);
      }
    }
  }
  for (const { page } of [...tabs, between]) await page.close();
}

const nothing = (measures: Measures): Record<string, number[]> =>
  Object.fromEntries(Object.keys(measures).map((what) => [what, []]));

/** Ours against another page, of which a row is made; without a goal if both are in the same state. */
function row(
  what: string,
  [ours, theirs]: readonly [Loaded, Loaded],
  [oursMs, theirsMs]: readonly [readonly number[] | undefined, readonly number[] | undefined],
): Row {
  const [left, right] = [oursMs ?? [], theirsMs ?? []];
  const { ratio, spread } = compare(left, right);
  const isTold = ours.state === theirs.state;
  return {
    what,
    unit: 'ms',
    values: { ours: median(left), native: median(right) },
    ratio,
    spread,
    against: 'native',
    goal: isTold ? null : `≤ ${MOST} × ${theirs.state}`,
    met: isTold ? null : ratio <= MOST,
    note: `ours: ${ours.state}; native: ${theirs.state}`,
  };
}

const LOADED = `performance.getEntriesByType('navigation')[0].loadEventEnd`;
const LIGHT = { load: `new Promise((resolve) => setTimeout(() => resolve(${LOADED})))` };
const HEAVY = { load: 'window.worked', again: 'work()' };

/** The same page on a site that is enabled, and on one that is not. */
interface HeavySites {
  readonly enabled: string;
  readonly notEnabled: string;
}

/** Gives a browser with the extension, in which the staging site is enabled, for as long as it is used. */
export type WithSimulator = <T>(use: (simulator: Simulator) => Promise<T>) => Promise<T>;

/** What watching the site's own code costs its pages, and what an enabled site costs that is not watched. */
export async function watching(
  withSimulator: WithSimulator,
  stagingSite: string,
  heavySites: HeavySites,
): Promise<readonly Row[]> {
  const product = `${stagingSite}/own/product`;
  const heavy = `${heavySites.enabled}/`;
  const light = {
    watched: { state: 'watched', address: product },
    not: { state: 'not watched', address: product },
  } as const;
  const busy = {
    watched: { state: 'watched', address: heavy },
    not: { state: 'not watched', address: heavy },
    twin: { state: 'not watched', address: heavy },
    off: { state: 'not enabled', address: `${heavySites.notEnabled}/` },
  } as const;
  const lightMs = { watched: nothing(LIGHT), not: nothing(LIGHT) };
  const busyMs = {
    watched: nothing(HEAVY),
    not: nothing(HEAVY),
    twin: nothing(HEAVY),
    off: nothing(HEAVY),
  };
  for (let session = 0; session < SESSIONS; session++) {
    await withSimulator(async (simulator) => {
      await measure(simulator, light, LIGHT, LIGHT_ROUNDS, lightMs);
      await measure(simulator, busy, HEAVY, HEAVY_ROUNDS, busyMs);
    });
  }
  const { watched, not, twin, off } = busyMs;
  return [
    row(
      'staging site, page load',
      [light.watched, light.not],
      [lightMs.watched.load, lightMs.not.load],
    ),
    row('heavy page, load', [busy.watched, busy.not], [watched.load, not.load]),
    row('heavy page, the same once more', [busy.watched, busy.not], [watched.again, not.again]),
    // What is within this is the machine's doing.
    row('heavy page, load, in two equal tabs', [busy.twin, busy.not], [twin.load, not.load]),
    row('heavy page, load, with watching off', [busy.not, busy.off], [not.load, off.load]),
  ];
}
