import * as v from 'valibot';
import type { Field } from '../field.ts';
import { inRounds } from '../field.ts';
import type { Operation } from '../page/operations.ts';
import { atMost, compare, median, type Row } from '../row.ts';
import type { Subject } from '../subjects.ts';

const ROUNDS = 15;
/** The batches of a round: a tenth of a second in all. */
const BATCHES = 51;
/** Long enough for a browser's clock, short enough to fit between what else a machine does, in ms. */
const BATCH = 2;
const NANOSECONDS = 1e6;

interface Call {
  readonly operation: Operation;
  readonly most: number;
  /** Timers that are pending meanwhile. */
  readonly pending: number;
}

const CALLS: readonly Call[] = [
  { operation: 'Date.now()', most: 1.2, pending: 0 },
  { operation: 'new Date()', most: 1.3, pending: 0 },
  { operation: 'new Date(ms)', most: 1.1, pending: 0 },
  { operation: 'setTimeout + clearTimeout', most: 1.2, pending: 0 },
  { operation: 'setTimeout + clearTimeout', most: 1.2, pending: 10_000 },
];

const number = v.number();

/** What a call costs, against the browser's own. */
export async function calls(field: Field, subjects: readonly Subject[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { operation, most, pending } of CALLS) {
    const measured = await field.withAll(
      subjects,
      ({ script }) => script,
      async (pages) => {
        const name = JSON.stringify(operation);
        const times = new Map<Subject, number>();
        for (const [subject, page] of pages) {
          await page.evaluate(`bench.setPending(${pending})`);
          times.set(
            subject,
            v.parse(number, await page.evaluate(`bench.timesFor(${name}, ${BATCH})`)),
          );
        }
        return inRounds(ROUNDS, pages, async (page, subject) => {
          const count = times.get(subject) ?? 1;
          const middle = `bench.middle(${name}, ${count}, ${BATCHES})`;
          const ms = v.parse(number, await page.evaluate(middle));
          return (ms / count) * NANOSECONDS;
        });
      },
    );
    const comparison = compare(measured.get('ours') ?? [], measured.get('native') ?? []);
    rows.push({
      what: pending ? `${operation}, ${pending} pending` : operation,
      unit: 'ns',
      values: Object.fromEntries([...measured].map(([name, values]) => [name, median(values)])),
      ...atMost(comparison, most, 'native'),
    });
  }
  return rows;
}
