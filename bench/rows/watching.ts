import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { command, eventually, type Simulator, snapshotOf } from '../../driver/simulator.ts';
import { compare, median, type Row } from '../row.ts';

/** How often the heavy page is measured, which takes seconds, and the other one, which takes a moment of very different lengths. */
const HEAVY_ROUNDS = 9;
const ROUNDS = 121;
/** What watching may add, and what an enabled site may that is not watched. */
const MOST = 1.03;

/** A tab with a page to load again and again. */
interface Subject {
  readonly page: Page;
  readonly address: string;
}

type State = 'watched' | 'not watched' | 'not enabled';

async function open(simulator: Simulator, address: string, state: State): Promise<Subject> {
  const { page, tabId } = await simulator.newTab();
  await page.goto(address);
  if (state === 'watched') {
    const console = await simulator.console();
    await command(console, { command: 'watch site', tabId, isWatched: true });
    await eventually('the page to be watched', async () =>
      (await snapshotOf(console, tabId)).watched?.isFromStart ? true : null,
    );
  }
  return { page, address };
}

/** Loads a page, and measures it. */
async function measured({ page, address }: Subject, measure: string): Promise<number> {
  await page.bringToFront();
  await page.goto(address, { waitUntil: 'load' });
  return v.parse(v.number(), await page.evaluate(measure));
}

/** A page in two states, each with its address; in one and the same state its ratio is only told. */
interface Pair {
  readonly what: string;
  readonly measure: string;
  readonly rounds: number;
  readonly ours: readonly [state: State, address: string];
  readonly native: readonly [state: State, address: string];
}

async function row(simulator: Simulator, pair: Pair): Promise<Row> {
  const { what, measure, rounds } = pair;
  const ours = await open(simulator, pair.ours[1], pair.ours[0]);
  const native = await open(simulator, pair.native[1], pair.native[0]);
  const values = { ours: [] as number[], native: [] as number[] };
  for (let round = -1; round < rounds; round++) {
    // Whoever goes first in a round finds the machine as the round before has left it.
    const order = round % 2 === 0 ? [ours, native] : [native, ours];
    for (const subject of order) {
      const ms = await measured(subject, measure);
      if (round >= 0) values[subject === ours ? 'ours' : 'native'].push(ms);
    }
  }
  await ours.page.close();
  await native.page.close();
  const { ratio, spread } = compare(values.ours, values.native);
  const isTold = pair.ours[0] === pair.native[0];
  return {
    what,
    unit: 'ms',
    values: { ours: median(values.ours), native: median(values.native) },
    ratio,
    spread,
    against: 'native',
    goal: isTold ? null : `≤ ${MOST} × ${pair.native[0]}`,
    met: isTold ? null : ratio <= MOST,
    note: `ours: ${pair.ours[0]}; native: ${pair.native[0]}`,
  };
}

const LOADED = `performance.getEntriesByType('navigation')[0].loadEventEnd`;

/** The same page on a site that is enabled, and on one that is not. */
interface HeavySites {
  readonly enabled: string;
  readonly notEnabled: string;
}

/** What watching the site's own code costs its pages, and what an enabled site costs that is not watched. */
export async function watching(
  simulator: Simulator,
  stagingSite: string,
  heavySites: HeavySites,
): Promise<readonly Row[]> {
  const product = `${stagingSite}/own/product`;
  const [heavy, notEnabled] = [`${heavySites.enabled}/`, `${heavySites.notEnabled}/`];
  const heavyWatched = {
    rounds: HEAVY_ROUNDS,
    ours: ['watched', heavy],
    native: ['not watched', heavy],
  } as const;
  const pairs: readonly Pair[] = [
    {
      what: 'staging site, page load',
      measure: `new Promise((resolve) => setTimeout(() => resolve(${LOADED})))`,
      rounds: ROUNDS,
      ours: ['watched', product],
      native: ['not watched', product],
    },
    { ...heavyWatched, what: 'heavy page, load', measure: 'window.worked' },
    {
      ...heavyWatched,
      what: 'heavy page, the same once more',
      measure: 'window.worked.then(work)',
    },
    {
      // What is within this is the machine's doing.
      what: 'heavy page, load, in two equal tabs',
      measure: 'window.worked',
      rounds: HEAVY_ROUNDS,
      ours: ['not watched', heavy],
      native: ['not watched', heavy],
    },
    {
      what: 'heavy page, load, with watching off',
      measure: 'window.worked',
      rounds: HEAVY_ROUNDS,
      ours: ['not watched', heavy],
      native: ['not enabled', notEnabled],
    },
  ];
  const rows: Row[] = [];
  for (const pair of pairs) rows.push(await row(simulator, pair));
  return rows;
}
