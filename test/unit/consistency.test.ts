import { describe, expect, test } from 'vitest';
import { services } from '../../src/content/page/overrides/country/services/index.ts';
import { conditionTypes, fieldsOf } from '../../src/model/conditions/index.ts';
import { rules } from '../../src/model/findings/index.ts';
import { builtInScenarios } from '../../src/model/scenarios/builtIn.ts';
import { overrideNames } from '../../src/model/visitor/visitor.ts';
import { galleryPage } from '../galleryPage.ts';
import { messages } from './render.ts';
import { contentOf, filesIn } from './sources.ts';

const files = [...filesIn('src'), ...filesIn('test/unit')];
const galleryFiles = filesIn('demo/site/broken');

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

/** A counter must be right before the page is asked for, so the visits are overridden outside it. */
const homes = (name: string) =>
  name === 'visits'
    ? ['src/background/loans/borrow.ts']
    : [`${name}.ts`, `${name}/index.ts`].map((path) => `src/content/page/overrides/${path}`);

test.each(overrideNames)('The override %s has a file of its own', (name) => {
  expect(files.filter((path) => homes(name).includes(path))).toHaveLength(1);
});

const SERVICES = 'src/content/page/overrides/country/services';

test.each(Object.keys(services))(
  'The location service %s has a file of its own, with a link to its documentation, and one with its tests',
  (name) => {
    expect(files).toContain(`${SERVICES}/${name}.ts`);
    expect(contentOf(`${SERVICES}/${name}.ts`)).toMatch(/^(\/\*\*|.* \*) .*https:\/\//m);
    expect(files).toContain(`test/unit/content/country/services/${name}.test.ts`);
  },
);

test('Every file of a location service is registered', () => {
  const own = filesIn(SERVICES)
    .map((path) => path.replace(/^.*\/|\.ts$/g, ''))
    .filter((name) => name !== 'index' && name !== 'service');
  expect(own).toEqual(Object.keys(services).sort());
});

const RULES = 'src/model/findings/rules';
const ruleNames = rules.map(({ name }) => name);

/** The rules that a table of the guide to findings tells of: what stands first in its rows. */
const told = [...contentOf('docs/findings.md').matchAll(/^\| `(\w+)` \|/gm)].map(
  ([, name]) => name,
);

describe.each(ruleNames)('The rule %s', (name) => {
  test('has a file of its own, and one with its tests', () => {
    expect(files).toContain(`${RULES}/${name}.ts`);
    expect(files).toContain(`test/unit/model/findings/rules/${name}.test.ts`);
  });

  test('has words for what is found, and for what to do', () => {
    expect(Object.keys(messages)).toEqual(
      expect.arrayContaining([`finding_${name}`, `mend_${name}`]),
    );
  });

  test('has a page with its fault in the gallery', () => {
    expect(galleryFiles).toContain(`demo/site/broken/${galleryPage(name)}.js`);
    expect(contentOf('demo/server/broken.mjs')).toContain(`['${galleryPage(name)}',`);
  });
});

test('docs/findings.md tells of each rule once, in the order in which they are looked for', () => {
  expect(told).toEqual(ruleNames);
});

test('Every file, text and page of a rule is of one that is registered', () => {
  const ownNames = (paths: readonly string[]) =>
    paths.map((path) => path.replace(/^.*\/|\.js$|(?:\.test)?\.ts$/g, '')).sort();
  const sorted = [...ruleNames].sort();
  expect(ownNames(filesIn(RULES))).toEqual(sorted);
  expect(ownNames(filesIn('test/unit/model/findings/rules'))).toEqual(sorted);
  expect(ownNames(galleryFiles)).toEqual(ruleNames.map(galleryPage).sort());
  for (const kind of ['finding_', 'mend_']) {
    const keys = Object.keys(messages).filter((key) => key.startsWith(kind));
    expect(keys.map((key) => key.slice(kind.length)).sort()).toEqual(sorted);
  }
});

/** What the guide names in backticks, alone or in a path. */
const named = [...contentOf('CONTRIBUTING.md').matchAll(/`([^`\n]+)`/g)].flatMap(([, code]) =>
  (code ?? '').split(/\W+/),
);

test.each([...conditionTypes, ...overrideNames])('CONTRIBUTING.md tells of %s', (name) => {
  expect(named).toContain(name);
});
