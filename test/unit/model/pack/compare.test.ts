import { expect, test } from 'vitest';
import { comparePack } from '../../../../src/model/pack/compare.ts';
import { invite, run, scenario } from '../../builders.ts';

const a = scenario({ id: 'a' });
const b = scenario({ id: 'b' });
const c = scenario({ id: 'c' });
const saved = { id: 'v', name: 'V', visitor: { referrer: { value: '' } } };

test('An item is new, changed or the same', () => {
  const changed = { ...b, name: 'B', invite: invite({ message: 'Hello' }) };
  const compared = comparePack(
    { scenarios: [{ ...a }, changed, c], visitors: [], runs: [] },
    { scenarios: [a, b], visitors: [], runs: [] },
  );
  expect(compared.scenarios).toEqual([
    { state: 'same', item: a },
    { state: 'changed', item: changed, before: b, parts: ['name', 'invite'] },
    { state: 'new', item: c },
  ]);
});

test('Of a visitor it tells the overrides that differ', () => {
  const renamed = { ...saved, name: 'W' };
  const other = { ...saved, visitor: { clock: { at: null } } };
  const partsOf = (visitor: typeof renamed | typeof other) => {
    const [compared] = comparePack(
      { scenarios: [], visitors: [visitor], runs: [] },
      { scenarios: [], visitors: [saved], runs: [] },
    ).visitors;
    return compared?.state === 'changed' ? compared.parts : compared?.state;
  };
  expect(partsOf(saved)).toBe('same');
  expect(partsOf(renamed)).toEqual(['name']);
  expect(partsOf(other)).toEqual(['clock', 'referrer']);
});

test.each([
  [[a, b, c], [a, b, c], false],
  [[a, c], [a, b, c], false],
  [[c, a], [a, b, c], true],
  // New ones have no order yet.
  [[c, a], [a, b], false],
  [[c, b, a], [a, b], true],
  [[], [a, b], false],
])('It tells whether the order differs: %#', (scenarios, present, reorders) => {
  expect(
    comparePack(
      { scenarios, visitors: [], runs: [] },
      { scenarios: present, visitors: [], runs: [] },
    ).reorders,
  ).toBe(reorders);
});

test('Of a run it tells the parts that differ', () => {
  const changed = run({ steps: [], expects: { invite: null } });
  const compared = comparePack(
    { scenarios: [], visitors: [], runs: [changed, run({ id: 'new' })] },
    { scenarios: [], visitors: [], runs: [run()] },
  );
  expect(compared.runs).toEqual([
    { state: 'changed', item: changed, before: run(), parts: ['steps', 'expects'] },
    { state: 'new', item: run({ id: 'new' }) },
  ]);
});
