import { expect, test } from 'vitest';
import {
  inverseOf,
  type LibraryChange,
  noChange,
  orderedAs,
  withChange,
} from '../../../../src/model/library/change.ts';
import {
  emptyLibrary,
  type Library,
  scenariosOf,
  withOrder,
  withoutScenario,
  withRun,
  withScenario,
  withVisitor,
} from '../../../../src/model/library/library.ts';
import { builtInScenarios } from '../../../../src/model/scenarios/builtIn.ts';
import { fullVisitor, run, scenario } from '../../builders.ts';

const own = scenario({ id: 'own', name: 'Own' });
const saved = { id: 'v', name: 'V', visitor: fullVisitor };
const shown = (library: Library) => ({
  scenarios: scenariosOf(library),
  visitors: library.visitors,
  runs: library.runs,
});
const [first = own, second = own] = builtInScenarios;
const edited = { ...first, name: 'Edited' };

const full = [
  (library: Library) => withScenario(library, own),
  (library: Library) => withScenario(library, edited),
  (library: Library) => withoutScenario(library, second.id),
  (library: Library) => withOrder(library, ['own', 'exitIntent']),
  (library: Library) => withVisitor(library, saved),
  (library: Library) => withRun(library, run()),
].reduce((library, change) => change(library), emptyLibrary);

test.each([
  ['nothing', ['a', 'b', 'c'], [], ['a', 'b', 'c']],
  ['all', ['a', 'b', 'c'], ['c', 'a', 'b'], ['c', 'a', 'b']],
  ['two, of which one is in the middle', ['a', 'b', 'c', 'd'], ['d', 'b'], ['a', 'd', 'c', 'b']],
  ['some that are not there', ['a', 'b'], ['x', 'b', 'y', 'a'], ['b', 'a']],
  ['one twice', ['a', 'b', 'c'], ['b', 'a', 'b'], ['b', 'a', 'c']],
])('An order of %s leaves the others in their places', (_what, ids, order, ordered) => {
  expect(orderedAs(ids, order)).toEqual(ordered);
});

test('A change of nothing changes nothing', () => {
  expect(withChange(full, noChange)).toEqual(full);
});

test('All that a library shows makes the same of an empty one, but for built-ins that were taken out', () => {
  const { scenarios, visitors, runs } = shown(withScenario(full, second));
  const order = scenarios.map(({ id }) => id);
  const made = withChange(emptyLibrary, { ...noChange, scenarios, visitors, runs, order });
  expect(shown(made)).toEqual({ scenarios, visitors, runs });
});

test.each<[string, Partial<LibraryChange>]>([
  ['new items', { scenarios: [scenario({ id: 'x' })], visitors: [{ ...saved, id: 'w' }] }],
  ['changed items', { scenarios: [{ ...own, name: 'Z' }], visitors: [{ ...saved, name: 'Z' }] }],
  ['a new run and a changed one', { runs: [run({ id: 'x' }), run({ name: 'Z' })] }],
  ['an edited built-in as it came', { scenarios: [first] }],
  ['a built-in that was taken out', { scenarios: [second] }],
  ['another order', { order: ['country', 'own', 'waitTime'] }],
  [
    'all at once',
    {
      scenarios: [second, scenario({ id: 'x' }), { ...own, name: 'Z' }, first],
      visitors: [
        { ...saved, name: 'Z' },
        { ...saved, id: 'w' },
      ],
      order: ['x', 'repeatVisits', 'waitTime', 'own'],
    },
  ],
])('An import of %s is taken back', (_what, parts) => {
  const change = { ...noChange, ...parts };
  const after = withChange(full, change);
  expect(shown(after)).not.toEqual(shown(full));
  const back = withChange(after, inverseOf(change, shown(full)));
  expect(shown(back)).toEqual(shown(full));
  expect(back.removed).toEqual(full.removed);
});
