import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { command, eventually, type Simulator, snapshotOf } from '../../driver/simulator.ts';
import { compare, median, type Row } from '../row.ts';

const ROUNDS = 5;
/** What watching may add. */
const MOST = 1.03;

/** A tab of a site that is enabled, watched or not. */
interface Subject {
  readonly page: Page;
  readonly isWatched: boolean;
}

async function open(simulator: Simulator, address: string, isWatched: boolean): Promise<Subject> {
  const { page, tabId } = await simulator.newTab();
  await page.goto(address);
  if (isWatched) {
    const popup = await simulator.popupFor(tabId);
    await command(popup, { command: 'watch site', tabId, isWatched });
    await eventually('the page to be watched', async () =>
      (await snapshotOf(popup, tabId)).watched?.isFromStart ? true : null,
    );
    await popup.close();
  }
  return { page, isWatched };
}

/** Loads a page, and measures it. */
async function measured({ page }: Subject, address: string, measure: string): Promise<number> {
  await page.bringToFront();
  await page.goto(address, { waitUntil: 'load' });
  return v.parse(v.number(), await page.evaluate(measure));
}

async function row(
  simulator: Simulator,
  what: string,
  address: string,
  measure: string,
): Promise<Row> {
  const [ours, native] = [
    await open(simulator, address, true),
    await open(simulator, address, false),
  ];
  const values = { ours: [] as number[], native: [] as number[] };
  for (let round = -1; round < ROUNDS; round++) {
    // Whoever goes first in a round finds the machine as the round before has left it.
    const order = round % 2 === 0 ? [ours, native] : [native, ours];
    for (const subject of order) {
      const ms = await measured(subject, address, measure);
      if (round >= 0) values[subject.isWatched ? 'ours' : 'native'].push(ms);
    }
  }
  await ours.page.close();
  await native.page.close();
  const { ratio, spread } = compare(values.ours, values.native);
  return {
    what,
    unit: 'ms',
    values: { ours: median(values.ours), native: median(values.native) },
    ratio,
    spread,
    against: 'native',
    goal: `≤ ${MOST} × unwatched`,
    met: ratio <= MOST,
    note: 'ours: the site’s own code is watched; native: the site is enabled and nothing is simulated.',
  };
}

const LOADED = `performance.getEntriesByType('navigation')[0].loadEventEnd`;

/** What watching the site's own code costs its pages. */
export const watching = async (
  simulator: Simulator,
  stagingSite: string,
  heavySite: string,
): Promise<readonly Row[]> => [
  await row(
    simulator,
    'staging site, page load',
    `${stagingSite}/own/product`,
    `new Promise((resolve) => setTimeout(() => resolve(${LOADED})))`,
  ),
  await row(simulator, 'heavy page, load', `${heavySite}/`, 'window.worked'),
  await row(
    simulator,
    'heavy page, the same once more',
    `${heavySite}/`,
    'window.worked.then(work)',
  ),
];
