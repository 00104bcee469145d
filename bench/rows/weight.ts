import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import type { Field } from '../field.ts';
import { median, type Row, withGoal } from '../row.ts';
import type { ClockAlone, Subject } from '../subjects.ts';

const ROUNDS = 15;
const MOST_KB = 3;
const MOST_MS = 2;
const KB = 1024;

const gzipped = (script: string): number => gzipSync(script, { level: 9 }).length / KB;

type Scripts = readonly { readonly name: Subject['name']; readonly script: string }[];

/** How long a browser takes to run each script for the first time, in ms. */
async function evaluation(field: Field, scripts: Scripts): Promise<Row['values']> {
  const page = await field.open('');
  const measured = new Map<Subject['name'], number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, script } of scripts) {
      await field.reload(page);
      // Browsers keep what they have compiled: a text that was there before costs less.
      const source = JSON.stringify(`${script}\n// ${name} ${round}`);
      const ms = v.parse(v.number(), await page.evaluate(`bench.evaluate(${source})`));
      measured.set(name, [...(measured.get(name) ?? []), ms]);
    }
  }
  await page.close();
  return Object.fromEntries([...measured].map(([name, values]) => [name, median(values)]));
}

/** What a clock adds to a page: bytes, and time before its first script. */
export async function weight(
  field: Field,
  subjects: readonly Subject[],
  clocks: readonly ClockAlone[],
): Promise<readonly Row[]> {
  const alone = clocks.map(({ name, minified }) => ({ name, script: minified }));
  const whole = subjects.filter(({ name }) => name === 'ours');
  const sizes = (scripts: Scripts): Row['values'] =>
    Object.fromEntries(scripts.map(({ name, script }) => [name, gzipped(script)]));
  return [
    withGoal('size of the clock, minified and gzipped', 'KB', sizes(alone), MOST_KB),
    withGoal('evaluation of the clock', 'ms', await evaluation(field, alone), MOST_MS),
    withGoal('size of the whole page script, as it is, gzipped', 'KB', sizes(whole), null),
    withGoal('evaluation of the whole page script', 'ms', await evaluation(field, whole), null),
  ];
}
