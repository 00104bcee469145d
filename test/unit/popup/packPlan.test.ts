import { expect, test } from 'vitest';
import { changeFrom, keysOf, planOf } from '../../../src/popup/packPlan.ts';
import { run, scenario } from '../builders.ts';

const a = scenario({ id: 'a' });
const b = scenario({ id: 'b' });
const c = scenario({ id: 'c' });
const saved = { id: 'v', name: 'V', visitor: {} };
const present = { scenarios: [a, b], visitors: [saved], runs: [] };
const none = { withoutScenarios: [], withoutVisitors: [], withoutRuns: [] };

test('What is new or changed can be chosen, and what is the same cannot', () => {
  const changed = { ...b, name: 'B' };
  const other = { ...saved, id: 'w' };
  const plan = planOf(
    { scenarios: [a, changed, c], visitors: [saved, other], runs: [run({ id: 'r' })] },
    present,
  );
  expect(keysOf(plan)).toEqual(['scenario b', 'scenario c', 'visitor w', 'run r']);
  expect(changeFrom(plan, ['scenario c', 'visitor w', 'run r'])).toEqual({
    ...none,
    scenarios: [c],
    visitors: [other],
    runs: [run({ id: 'r' })],
    order: ['a', 'b', 'c'],
  });
  expect(changeFrom(plan, [])).toMatchObject({ scenarios: [], visitors: [], runs: [] });
});

test('Another order of what is there is taken only if it is chosen', () => {
  const plan = planOf({ scenarios: [b, c, a], visitors: [], runs: [] }, present);
  expect(keysOf(plan)).toEqual(['scenario c', 'order']);
  expect(changeFrom(plan, ['scenario c', 'order']).order).toEqual(['b', 'c', 'a']);
  expect(changeFrom(plan, ['scenario c']).order).toEqual([]);
});

test('A pack of new scenarios alone orders nothing', () => {
  const plan = planOf({ scenarios: [c], visitors: [], runs: [] }, present);
  expect(changeFrom(plan, keysOf(plan))).toEqual({
    ...none,
    scenarios: [c],
    visitors: [],
    runs: [],
    order: [],
  });
});
