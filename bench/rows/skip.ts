import * as v from 'valibot';
import type { Field } from '../field.ts';
import { atMost, compare, median, type Row } from '../row.ts';
import type { Subject } from '../subjects.ts';

const TIMEOUTS = 10_000;
const INTERVALS = 100;
const CALLBACKS = TIMEOUTS + INTERVALS * 3600;
const ROUNDS = 9;

const hourSchema = v.object({ ms: v.number(), callbacks: v.number() });
type Hour = v.InferOutput<typeof hourSchema>;

/** How often it is looked how long other tasks wait; the quietest time counts. */
const WAITS = 5;
/** What a page may be kept busy in one go, in ms. */
const LONGEST_TASK = 50;
/** What the browser does by itself instead of a skip. */
const ALONE = '() => new Promise((resolve) => setTimeout(resolve, 500))';

/** Playwright takes so long over it that once is enough to know. */
const roundsOf = ({ name }: Subject): number => (name === 'playwright' ? 1 : ROUNDS);

/** An hour with a great many timers in it, let pass at once. */
export async function skip(field: Field, subjects: readonly Subject[]): Promise<readonly Row[]> {
  const hours = new Map<Subject['name'], Hour[]>();
  for (let round = 0; round < ROUNDS; round++) {
    // To and fro, so that none is always the first.
    for (const subject of round % 2 === 0 ? subjects : subjects.toReversed()) {
      if (subject.skip === null || round >= roundsOf(subject)) continue;
      // Each in a page of its own: what one round leaves behind is no part of the next.
      const page = await field.open(subject.script);
      await page.bringToFront();
      const run = `bench.hour(${TIMEOUTS}, ${INTERVALS}, ${subject.skip})`;
      const hour = v.parse(hourSchema, await page.evaluate(run));
      hours.set(subject.name, [...(hours.get(subject.name) ?? []), hour]);
      await page.close();
    }
  }
  const waits = new Map<Subject['name'], number[]>();
  for (let round = 0; round < WAITS; round++) {
    for (const { name, script, skip: skipping } of subjects) {
      if (name !== 'native' && name !== 'ours') continue;
      const page = await field.open(script);
      await page.bringToFront();
      // The browser alone just waits: so long other tasks have to wait on this machine anyway.
      const expression = `(async () => {
        let longest = 0;
        await bench.hour(${TIMEOUTS}, ${INTERVALS}, async (ms) => {
          longest = await bench.longestWait(() => (${skipping ?? ALONE})(ms));
        });
        return longest;
      })()`;
      const longest = v.parse(v.number(), await page.evaluate(expression));
      waits.set(name, [...(waits.get(name) ?? []), longest]);
      await page.close();
    }
  }
  const quietest = Object.fromEntries(
    [...waits].map(([name, values]) => [name, Math.min(...values)]),
  );

  const of = (name: Subject['name']): readonly Hour[] => hours.get(name) ?? [];
  const values = (part: keyof Hour): Row['values'] =>
    Object.fromEntries(
      [...hours].map(([name, list]) => [name, median(list.map((hour) => hour[part]))]),
    );
  const comparison = compare(
    of('ours').map(({ ms }) => ms),
    of('fake-timers').map(({ ms }) => ms),
  );
  return [
    {
      what: `skip of 1 h, ${TIMEOUTS} timeouts and ${INTERVALS} intervals of 1 s`,
      unit: 'ms',
      values: values('ms'),
      ...atMost(comparison, 1, 'fake-timers'),
      note: 'Promise jobs are settled between callbacks by ours and playwright, not by fake-timers. playwright: one round.',
    },
    {
      what: 'callbacks of that hour',
      unit: '',
      values: values('callbacks'),
      ratio: null,
      against: null,
      goal: `all, at least ${CALLBACKS}`,
      met: of('ours').every(({ callbacks }) => callbacks >= CALLBACKS),
    },
    {
      what: 'longest wait of other tasks meanwhile',
      unit: 'ms',
      values: quietest,
      ratio: null,
      against: null,
      goal: `≤ ${LONGEST_TASK} ms`,
      met: (quietest.ours ?? Number.POSITIVE_INFINITY) <= LONGEST_TASK,
      note: 'The longest of all waits, in the quietest of some rounds; native: while nothing is skipped.',
    },
  ];
}
