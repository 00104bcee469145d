import { describe, expect, test } from 'vitest';
import { conditionTypes, fieldsOf } from '../../src/model/conditions/index.ts';
import { builtInScenarios } from '../../src/model/scenarios/builtIn.ts';
import { overrideNames } from '../../src/model/visitor/visitor.ts';
import { messages } from './render.ts';
import { contentOf, exists, filesIn } from './sources.ts';

const files = [...filesIn('src'), ...filesIn('test/unit')];

describe.each(conditionTypes)('The condition %s', (type) => {
  test('has a file of its own, and one with its tests', () => {
    expect(files).toContain(`src/model/conditions/${type}.ts`);
    expect(files).toContain(`test/unit/model/conditions/${type}.test.ts`);
  });

  test('has a label, and so has each of its settings', () => {
    const keys = [type, ...Object.keys(fieldsOf(type)).map((field) => `${type}_${field}`)];
    expect(Object.keys(messages)).toEqual(
      expect.arrayContaining(keys.map((key) => `condition_${key}`)),
    );
  });
});

test('Every file of a condition is registered', () => {
  const own = filesIn('src/model/conditions')
    .map((path) => path.replace(/^.*\/|\.ts$/g, ''))
    .filter((name) => name !== 'index' && name !== 'condition');
  expect(own).toEqual([...conditionTypes].sort());
});

test.each(builtInScenarios)('The built-in scenario $id has a name', ({ id }) => {
  expect(Object.keys(messages)).toContain(`scenario_${id}`);
});

/** The visits are counted before the page is asked for, so they are overridden outside it. */
const homes = (name: string) =>
  name === 'visits'
    ? ['src/background/visits.ts']
    : [`${name}.ts`, `${name}/index.ts`].map((path) => `src/content/page/overrides/${path}`);

test.each(overrideNames)('The override %s has a file of its own', (name) => {
  expect(files.filter((path) => homes(name).includes(path))).toHaveLength(1);
});

const GUIDE = 'CONTRIBUTING.md';

// The guide names what there is in backticks, alone or in a path. As long as there is no guide, there is nothing to compare.
describe.skipIf(!exists(GUIDE))(`${GUIDE} (skipped while there is no such file)`, () => {
  test.each(overrideNames)('tells of the override %s', (name) => {
    const inBackticks = [...contentOf(GUIDE).matchAll(/`([^`\n]+)`/g)].map(
      ([, code]) => code ?? '',
    );
    expect(inBackticks.flatMap((code) => code.split(/\W+/))).toContain(name);
  });
});
