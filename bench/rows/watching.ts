import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { command, eventually, type Simulator, snapshotOf } from '../../driver/simulator.ts';
import { type HeavySites, PARTS, QUIET } from '../heavySite.ts';
import { atMost, compare, median, type Row } from '../row.ts';

/** Browsers differ for as long as they are open. */
const SESSIONS = 2;
/** What watching may add, and what an enabled site may that is not watched. */
const MOST = 1.03;

type State = 'watched' | 'not watched' | 'not enabled';

interface Visit {
  readonly state: State;
  readonly address: string;
  /** A page of its site on which nothing happens. */
  readonly quietAddress: string;
}

/** A page that is visited over and over, in several windows at a time. */
interface Subject {
  readonly what: string;
  readonly rounds: number;
  /** A window each. Pages of one site may share a process, so the sites that are compared have equally many. */
  readonly visits: readonly Visit[];
  /** An expression for the ms that loading has taken, once it has. */
  readonly loaded: string;
  /** How many parts of its work belong to its loading, beside what is done by itself. */
  readonly partsOfLoad: number;
  /** How many are done with the page once it is loaded, and what that is called. */
  readonly partsOfUse: number;
  readonly use: string;
  /** A statement that does the next part. */
  readonly part: string;
}

interface Window extends Visit {
  readonly page: Page;
  readonly tabId: number;
}

/** The ms of loading and of using a page, of each state one number a round: of all its windows together. */
type Measured = Readonly<Record<'load' | 'use', ReadonlyMap<State, number[]>>>;

/** What a visitor does with a page: the pointer goes from here to there, and clicks. */
const POINTER = `
  const parts = document.body.querySelectorAll('*');
  for (let index = 1; index < 1_000; index++) {
    const [from, to] = [parts[(index - 1) % parts.length], parts[index % parts.length]];
    from.dispatchEvent(new MouseEvent('mouseout', { bubbles: true, relatedTarget: to }));
    to.dispatchEvent(new MouseEvent('mouseover', { bubbles: true, relatedTarget: from }));
    to.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }));
    if (index % 20 === 0) document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    document.body.getBoundingClientRect();
  }
`;

const IDLE = 'new Promise((resolve) => requestIdleCallback(resolve))';

const number = async (page: Page, expression: string): Promise<number> =>
  v.parse(v.number(), await page.evaluate(expression));

/** The ms that the next part takes in a page. What it leaves for later is done before the next page's turn. */
const part = (page: Page, statement: string): Promise<number> =>
  number(
    page,
    `(async () => {
      const began = performance.now();
      ${statement}
      const ms = performance.now() - began;
      await ${IDLE};
      return ms;
    })()`,
  );

/** Whether a tab is in the state in which it is said to be. */
async function isIn(state: State, console: Page, tabId: number): Promise<boolean> {
  const { site, watched } = await snapshotOf(console, tabId);
  return (
    (site.state === 'on') === (state !== 'not enabled') &&
    (watched?.isFromStart === true) === (state === 'watched')
  );
}

/** Opens a window for a page, in a browser in which its site is enabled or not. */
async function open(simulator: Simulator, visit: Visit): Promise<Window> {
  const { page, tabId } = await simulator.newTab('window');
  await page.goto(visit.quietAddress);
  const console = await simulator.console();
  if (visit.state === 'watched') {
    await command(console, { command: 'watch site', tabId, isWatched: true });
  }
  await eventually(`a page that is ${visit.state}`, async () =>
    (await isIn(visit.state, console, tabId)) ? true : null,
  );
  return { ...visit, page, tabId };
}

/** All of them in another order each turn; over twice as many turns each comes in each place, and after each other, as often. */
function inTurns<T>(all: readonly T[], turn: number): readonly T[] {
  const first = turn % all.length;
  const turned = [...all.slice(first), ...all.slice(0, first)];
  return Math.floor(turn / all.length) % 2 === 0 ? turned : turned.toReversed();
}

/**
 * Loads the page in all windows, then does its parts, in turns; gives the ms of each state, summed. Before, all
 * windows go elsewhere, so that each round begins with new processes and nothing left to clear away.
 */
async function measureRound(
  subject: Subject,
  windows: readonly Window[],
  elsewhere: string,
  round: number,
): Promise<Readonly<Record<'load' | 'use', ReadonlyMap<State, number>>>> {
  const sums = { load: new Map<State, number>(), use: new Map<State, number>() };
  const add = (to: Map<State, number>, state: State, ms: number) =>
    to.set(state, (to.get(state) ?? 0) + ms);
  for (const { page } of windows) {
    await page.goto(elsewhere, { waitUntil: 'load' });
    await page.evaluate(IDLE);
  }
  for (const { state, page, address } of inTurns(windows, round)) {
    await page.goto(address, { waitUntil: 'load' });
    add(sums.load, state, await number(page, subject.loaded));
    await page.evaluate(IDLE);
  }
  const { partsOfLoad, partsOfUse } = subject;
  for (let turn = 0; turn < partsOfLoad + partsOfUse; turn++) {
    for (const { state, page } of inTurns(windows, round + turn)) {
      const sum = turn < partsOfLoad ? sums.load : sums.use;
      add(sum, state, await part(page, subject.part));
    }
  }
  return sums;
}

/** Adds the rounds of a browser to what has been measured. */
async function measure(
  simulator: Simulator,
  subject: Subject,
  elsewhere: string,
  measured: Measured,
): Promise<void> {
  const windows: Window[] = [];
  for (const visit of subject.visits) windows.push(await open(simulator, visit));
  for (let round = 0; round <= subject.rounds; round++) {
    const sums = await measureRound(subject, windows, elsewhere, round);
    // In the first round caches are filled.
    if (round === 0) continue;
    for (const of of ['load', 'use'] as const) {
      for (const [state, ms] of sums[of]) measured[of].get(state)?.push(ms);
    }
  }
  const console = await simulator.console();
  for (const { state, page, tabId } of windows) {
    if (!(await isIn(state, console, tabId))) throw new Error(`A page is no longer ${state}.`);
    await page.close();
  }
}

/** One state of a page against another, of which a row is made. */
function row(
  what: string,
  [ours, theirs]: readonly [State, State],
  rounds: ReadonlyMap<State, readonly number[]>,
  windows: (state: State) => number,
): Row {
  const each = (state: State) => (rounds.get(state) ?? []).map((ms) => ms / windows(state));
  const [left, right] = [each(ours), each(theirs)];
  return {
    what: `${what}, ${ours}`,
    unit: 'ms',
    values: { ours: median(left), native: median(right) },
    ...atMost(compare(left, right), MOST, 'native'),
    goal: `≤ ${MOST} × ${theirs}`,
  };
}

/** Gives a browser with the extension, in which the staging site and the heavy one are enabled, for as long as it is used. */
export type WithSimulator = <T>(use: (simulator: Simulator) => Promise<T>) => Promise<T>;

function subjectsOn(stagingSite: string, heavySites: HeavySites): readonly Subject[] {
  const staging = {
    address: `${stagingSite}/own/cart`,
    quietAddress: `${stagingSite}/faq?widget=none`,
  };
  const heavy = (site: string) => ({ address: `${site}/`, quietAddress: site + QUIET });
  return [
    {
      what: 'staging site',
      rounds: 30,
      visits: [
        { state: 'watched', ...staging },
        { state: 'not watched', ...staging },
        { state: 'not watched', ...staging },
        { state: 'watched', ...staging },
      ],
      loaded: `new Promise((resolve) =>
        setTimeout(() => resolve(performance.getEntriesByType('navigation')[0].loadEventEnd)))`,
      partsOfLoad: 0,
      partsOfUse: 10,
      use: 'pointer and clicks',
      part: POINTER,
    },
    {
      what: 'heavy page',
      rounds: 12,
      visits: [
        { state: 'watched', ...heavy(heavySites.enabled) },
        { state: 'not enabled', ...heavy(heavySites.notEnabled) },
        { state: 'not watched', ...heavy(heavySites.enabled) },
        { state: 'not enabled', ...heavy(heavySites.notEnabled) },
      ],
      loaded: 'window.firstPart',
      partsOfLoad: PARTS - 1,
      partsOfUse: PARTS,
      use: 'the same once more',
      part: 'await doPart();',
    },
  ];
}

/** What watching the site's own code costs its pages, and what an enabled site costs that is not watched. */
export async function watching(
  withSimulator: WithSimulator,
  stagingSite: string,
  heavySites: HeavySites,
): Promise<readonly Row[]> {
  const nothing = (subject: Subject) =>
    new Map<State, number[]>(subject.visits.map(({ state }) => [state, []]));
  const all = subjectsOn(stagingSite, heavySites).map((subject) => ({
    subject,
    measured: { load: nothing(subject), use: nothing(subject) },
  }));
  for (let session = 0; session < SESSIONS; session++) {
    await withSimulator(async (simulator) => {
      for (const { subject, measured } of all) {
        await measure(simulator, subject, heavySites.elsewhere + QUIET, measured);
      }
    });
  }
  return all.flatMap(({ subject, measured }) => {
    const { what, use, visits } = subject;
    const windows = (state: State) => visits.filter((visit) => visit.state === state).length;
    const rows = (of: 'load' | 'use', ...states: readonly [State, State]) =>
      visits.some(({ state }) => state === states[1])
        ? [row(`${what}, ${of === 'load' ? 'load' : use}`, states, measured[of], windows)]
        : [];
    return (['load', 'use'] as const).flatMap((of) => [
      ...rows(of, 'watched', 'not watched'),
      ...rows(of, 'not watched', 'not enabled'),
    ]);
  });
}
