import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  editedIds,
  emptyLibrary,
  type Library,
  scenariosOf,
  withBuiltIn,
  withOrder,
  withoutRun,
  withoutScenario,
  withoutVisitor,
  withRun,
  withScenario,
  withVisitor,
} from '../../../../src/model/library/library.ts';
import { storedLibrarySchema } from '../../../../src/model/library/schema.ts';
import { builtInScenarios } from '../../../../src/model/scenarios/builtIn.ts';
import type { Scenario } from '../../../../src/model/scenarios/scenario.ts';
import { fullVisitor, run, scenario } from '../../builders.ts';

const builtInIds = builtInScenarios.map(({ id }) => id);
const ids = (library: Library) => scenariosOf(library).map(({ id }) => id);
const builtIn = (id: string): Scenario => {
  const found = builtInScenarios.find((one) => one.id === id);
  if (!found) throw new Error(`No built-in ${id}.`);
  return found;
};
const own = scenario({ id: 'own', name: 'Own' });

test('An empty library shows the built-ins', () => {
  expect(scenariosOf(emptyLibrary)).toEqual(builtInScenarios);
});

test('The tester’s own come last, and an edited built-in stays where it was', () => {
  const renamed = { ...builtIn('caseStatus'), name: 'Renamed' };
  const library = withScenario(withScenario(emptyLibrary, own), renamed);
  expect(ids(library)).toEqual([...builtInIds, 'own']);
  expect(scenariosOf(library)[2]).toBe(renamed);
  expect(editedIds(library)).toEqual(['caseStatus']);
});

test('A scenario that is saved again keeps its place, and is no second one', () => {
  const second = scenario({ id: 'second' });
  const both = withScenario(withScenario(emptyLibrary, own), second);
  const changed = { ...own, name: 'Changed' };
  expect(withScenario(both, changed).scenarios).toEqual([changed, second]);
});

test('A built-in that is edited back to what it was is no edited one', () => {
  const edited = withScenario(emptyLibrary, { ...builtIn('country'), name: 'Renamed' });
  const { invite, ...rest } = builtIn('country');
  expect(withScenario(edited, { invite, ...rest })).toEqual(emptyLibrary);
});

test('What was removed comes back where it was, built-in or own', () => {
  const full = withOrder(withScenario(emptyLibrary, own), ['own', ...builtInIds]);
  for (const one of [own, builtIn('exitIntent')]) {
    const less = withoutScenario(full, one.id);
    expect(ids(less)).toEqual(ids(full).filter((id) => id !== one.id));
    expect(ids(withScenario(less, one))).toEqual(ids(full));
  }
});

test('Scenarios are shown in the tester’s order, those that it does not name last', () => {
  const library = withOrder(withScenario(emptyLibrary, own), ['own', 'country', 'gone', 'country']);
  expect(ids(library)).toEqual(['own', 'country', ...builtInIds.filter((id) => id !== 'country')]);
});

test('Built-ins can be had back, one or all, and own scenarios stay', () => {
  const changed = [
    { ...builtIn('waitTime'), name: 'Renamed' },
    { ...builtIn('country'), name: 'Renamed too' },
    own,
  ].reduce(withScenario, emptyLibrary);
  const less = withoutScenario(changed, 'dateWindow');
  expect(editedIds(withBuiltIn(less, 'waitTime'))).toEqual(['country']);
  expect(ids(withBuiltIn(less, 'waitTime'))).not.toContain('dateWindow');
  expect(ids(withBuiltIn(less, 'dateWindow'))).toContain('dateWindow');
  expect(scenariosOf(withBuiltIn(less, null))).toEqual([...builtInScenarios, own]);
});

test('Visitors are kept, changed in place and removed', () => {
  const saved = { id: 'a', name: 'Returning', visitor: fullVisitor };
  const other = { id: 'b', name: 'Other', visitor: {} };
  const both = withVisitor(withVisitor(emptyLibrary, saved), other);
  const renamed = { ...saved, name: 'Renamed' };
  expect(withVisitor(both, renamed).visitors).toEqual([renamed, other]);
  expect(withoutVisitor(both, 'a').visitors).toEqual([other]);
});

test('Runs are kept, changed in place and removed', () => {
  const both = withRun(withRun(emptyLibrary, run({ id: 'a' })), run({ id: 'b' }));
  const renamed = run({ id: 'a', name: 'Renamed' });
  expect(withRun(both, renamed).runs).toEqual([renamed, run({ id: 'b' })]);
  expect(withoutRun(both, 'a').runs).toEqual([run({ id: 'b' })]);
});

test('A stored item that is none takes no others with it', () => {
  expect(
    v.parse(storedLibrarySchema, {
      scenarios: [own, { id: 'broken' }, null],
      removed: ['waitTime', 7],
      order: 'no order',
      visitors: [
        { id: 'a', name: '', visitor: {} },
        { id: 'b', name: 'Other', visitor: {} },
      ],
      runs: [run(), { ...run(), steps: 7 }],
      later: 'from another version',
    }),
  ).toEqual({
    scenarios: [own],
    removed: ['waitTime'],
    order: [],
    visitors: [{ id: 'b', name: 'Other', visitor: {} }],
    runs: [run()],
  });
});
