import * as v from 'valibot';
import type { Field } from '../field.ts';
import type { Row } from '../row.ts';
import type { Subject } from '../subjects.ts';

const looksSchema = v.object({
  replaced: v.number(),
  native: v.number(),
  sameText: v.number(),
  differences: v.array(v.string()),
});
type Looks = v.InferOutput<typeof looksSchema>;

const MOST_TOLD = 5;

/** What page code can see of the functions that were replaced. */
export async function look(field: Field, subjects: readonly Subject[]): Promise<readonly Row[]> {
  const looks = new Map<Subject['name'], Looks>();
  for (const { name, script } of subjects) {
    if (script === '') continue;
    const page = await field.open(script);
    looks.set(name, v.parse(looksSchema, await page.evaluate('bench.looks()')));
    await page.close();
  }
  const values = (of: (looks: Looks) => number): Row['values'] =>
    Object.fromEntries([...looks].map(([name, one]) => [name, of(one)]));
  const ours = looks.get('ours');
  const differences = ours?.differences ?? [];
  return [
    {
      what: 'functions replaced',
      unit: '',
      values: values(({ replaced }) => replaced),
      ratio: null,
      against: null,
      goal: null,
      met: null,
    },
    {
      what: 'of which look native: name, length, descriptor, kind, toString',
      unit: '',
      values: values(({ native }) => native),
      ratio: null,
      against: null,
      goal: 'all',
      met: ours !== undefined && ours.native === ours.replaced,
      ...(differences.length > 0 && { note: differences.slice(0, MOST_TOLD).join('; ') }),
    },
    {
      what: 'of which have the native text to the letter',
      unit: '',
      values: values(({ sameText }) => sameText),
      ratio: null,
      against: null,
      goal: null,
      met: null,
      note: 'Bound functions have no name in their text in either browser.',
    },
  ];
}
