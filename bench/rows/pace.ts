import * as v from 'valibot';
import { type Field, inRounds } from '../field.ts';
import { median, type Row } from '../row.ts';
import type { Subject } from '../subjects.ts';

const LINKS = 60;
const FRAMES = 60;
const ROUNDS = 7;
/** How far from native still counts as native: browsers differ from themselves by as much. */
const SAME = 0.05;
/** Jitter is small, so it is compared in ms as well. */
const SAME_JITTER = 1;

const times = v.array(v.number());

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The standard deviation. */
function spread(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

type Rounds = ReadonlyMap<Subject['name'], readonly number[]>;

/** The best of the rounds: what a busy machine adds is none of ours. */
const bestOf = (rounds: Rounds, best: (...values: number[]) => number): Row['values'] =>
  Object.fromEntries([...rounds].map(([name, values]) => [name, best(...values)]));

function asNative(what: string, unit: string, values: Row['values']): Row {
  const { ours = Number.NaN, native = Number.NaN } = values;
  const ratio = ours / native;
  return {
    what,
    unit,
    values,
    ratio,
    against: 'native',
    goal: `native ± ${SAME * 100} %`,
    met: Math.abs(ratio - 1) <= SAME,
  };
}

/** How fast time goes by itself: it should be as without us. */
export async function pace(field: Field, subjects: readonly Subject[]): Promise<readonly Row[]> {
  const live = ({ liveScript }: Subject): string => liveScript;
  const chains = await field.withAll(subjects, live, (pages) =>
    inRounds(ROUNDS, pages, async (page) => {
      // Browsers slow down the timers of pages behind others.
      await page.bringToFront();
      return v.parse(v.number(), await page.evaluate(`bench.chain(${LINKS})`));
    }),
  );
  const frames = await field.withAll(subjects, live, (pages) =>
    inRounds(ROUNDS, pages, async (page) => {
      await page.bringToFront();
      return v.parse(times, await page.evaluate(`bench.frames(${FRAMES})`));
    }),
  );
  const rates = Object.fromEntries(
    [...frames].map(([name, rounds]) => [name, 1000 / median(rounds.flat())]),
  );
  const jitters = new Map([...frames].map(([name, rounds]) => [name, rounds.map(spread)]));
  const values = bestOf(jitters, Math.min);
  const { ours = Number.NaN, native = Number.NaN } = values;
  return [
    asNative(`chain of ${LINKS} setTimeout(0)`, 'ms', bestOf(chains, Math.min)),
    asNative('animation frames', 'per s', rates),
    {
      what: 'jitter of animation frames',
      unit: 'ms',
      values,
      ratio: ours / native,
      against: 'native',
      goal: `native + ${SAME_JITTER} ms`,
      met: ours <= native + SAME_JITTER,
    },
  ];
}
