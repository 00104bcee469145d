import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { command, eventually, type Simulator, snapshotOf } from '../../driver/simulator.ts';
import { QUIET } from '../heavySite.ts';
import { atMost, compareSessions, fastHalf, type Row } from '../row.ts';

/** Two tabs of one browser differ for as long as they are open, by up to a fifth: each session has a browser of its own. */
const SESSIONS = 3;
/** Heavy pages take seconds, which differ by a tenth; light ones take a moment, which differs by a third. */
const HEAVY_ROUNDS = 10;
const LIGHT_ROUNDS = 24;
/** What watching may add, and what an enabled site may that is not watched. */
const MOST = 1.03;

type State = 'watched' | 'not watched' | 'not enabled';

interface Visit {
  readonly state: State;
  readonly address: string;
  /** A page of the same site, after which there is nothing left to clear away while the other one loads. */
  readonly quietAddress: string;
}

/** The ms of pages, by their states. */
type ByState = ReadonlyMap<State, readonly number[]>;

interface Tab extends Visit {
  readonly page: Page;
}

/** What is measured of a page, in ms. */
interface Measure {
  readonly rounds: number;
  /** Whether the page is loaded anew before. */
  readonly loads: boolean;
  readonly expression: string;
}

const LOAD: Measure = {
  rounds: LIGHT_ROUNDS,
  loads: true,
  expression: `new Promise((resolve) =>
    setTimeout(() => resolve(performance.getEntriesByType('navigation')[0].loadEventEnd)))`,
};

/** What a visitor does with a page for a while: the pointer goes from here to there, and clicks. */
const USE: Measure = {
  rounds: LIGHT_ROUNDS,
  loads: false,
  expression: `(() => {
    const began = performance.now();
    const parts = document.body.querySelectorAll('*');
    for (let index = 1; index < 2_000; index++) {
      const [from, to] = [parts[(index - 1) % parts.length], parts[index % parts.length]];
      from.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, relatedTarget: to }));
      to.dispatchEvent(new MouseEvent('mouseover', { bubbles: true, relatedTarget: from }));
      to.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }));
      if (index % 20 === 0) document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      document.body.getBoundingClientRect();
    }
    return performance.now() - began;
  })()`,
};

const HEAVY_LOAD: Measure = { rounds: HEAVY_ROUNDS, loads: true, expression: 'window.worked' };
const HEAVY_USE: Measure = { rounds: HEAVY_ROUNDS, loads: false, expression: 'work()' };

async function open(simulator: Simulator, visit: Visit): Promise<Tab> {
  const { page, tabId } = await simulator.newTab();
  await page.goto(visit.quietAddress);
  if (visit.state === 'watched') {
    const console = await simulator.console();
    await command(console, { command: 'watch site', tabId, isWatched: true });
    await eventually('the page to be watched', async () =>
      (await snapshotOf(console, tabId)).watched?.isFromStart ? true : null,
    );
  }
  return { ...visit, page };
}

/** All of them in another order each round; over twice as many rounds each comes in each place, and after each other, as often. */
function inTurns<T>(all: readonly T[], round: number): readonly T[] {
  const first = round % all.length;
  const turned = [...all.slice(first), ...all.slice(0, first)];
  return Math.floor(round / all.length) % 2 === 0 ? turned : turned.toReversed();
}

/** Measures all tabs once a round; gives the ms of each. */
async function measured(
  simulator: Simulator,
  tabs: readonly Tab[],
  { rounds, loads, expression }: Measure,
): Promise<ByState> {
  const all = new Map<State, number[]>(tabs.map(({ state }) => [state, []]));
  const between = await simulator.newTab();
  if (!loads) for (const { page, address } of tabs) await page.goto(address, { waitUntil: 'load' });
  for (let round = 0; round <= rounds; round++) {
    for (const { state, page, address, quietAddress } of inTurns(tabs, round)) {
      // A tab that was in front before loads faster than one that comes to the front.
      await between.page.bringToFront();
      await page.bringToFront();
      if (loads) {
        await page.goto(quietAddress, { waitUntil: 'load' });
        await page.evaluate('new Promise((resolve) => requestIdleCallback(resolve))');
        await page.goto(address, { waitUntil: 'load' });
      }
      const ms = v.parse(v.number(), await page.evaluate(expression));
      // In the first round caches are filled.
      if (round > 0) all.get(state)?.push(ms);
    }
  }
  await between.page.close();
  return all;
}

const noSessions = (): ByState[] => [];

/** One state of a page against another, of which a row is made. */
function row(
  what: string,
  [ours, theirs]: readonly [State, State],
  sessions: readonly ByState[],
): Row {
  const of = (state: State) => sessions.map((session) => session.get(state) ?? []);
  const [left, right] = [of(ours), of(theirs)];
  return {
    what: `${what}, ${ours}`,
    unit: 'ms',
    values: { ours: fastHalf(left.flat()), native: fastHalf(right.flat()) },
    ...atMost(compareSessions(left, right), MOST, 'native'),
    goal: `≤ ${MOST} × ${theirs}`,
  };
}

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
  const staging = {
    address: `${stagingSite}/own/cart`,
    quietAddress: `${stagingSite}/faq?widget=none`,
  };
  const heavy = (site: string) => ({ address: `${site}/`, quietAddress: site + QUIET });
  const light: readonly Visit[] = [
    { state: 'watched', ...staging },
    { state: 'not watched', ...staging },
  ];
  const busy: readonly Visit[] = [
    { state: 'watched', ...heavy(heavySites.enabled) },
    { state: 'not watched', ...heavy(heavySites.enabled) },
    { state: 'not enabled', ...heavy(heavySites.notEnabled) },
  ];
  const kinds = [
    { what: 'staging site, page load', visits: light, measure: LOAD },
    { what: 'staging site, pointer and clicks', visits: light, measure: USE },
    { what: 'heavy page, load', visits: busy, measure: HEAVY_LOAD },
    { what: 'heavy page, the same once more', visits: busy, measure: HEAVY_USE },
  ].map((kind) => ({ ...kind, sessions: noSessions() }));
  for (let session = 0; session < SESSIONS; session++) {
    await withSimulator(async (simulator) => {
      for (const { visits, measure, sessions } of kinds) {
        const tabs: Tab[] = [];
        for (const visit of visits) tabs.push(await open(simulator, visit));
        sessions.push(await measured(simulator, tabs, measure));
        for (const { page } of tabs) await page.close();
      }
    });
  }
  return kinds.flatMap(({ what, visits, sessions }) => [
    row(what, ['watched', 'not watched'], sessions),
    ...(visits === busy ? [row(what, ['not watched', 'not enabled'], sessions)] : []),
  ]);
}
