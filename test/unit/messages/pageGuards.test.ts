import { describe, expect, test } from 'vitest';
import type { PageOrder } from '../../../src/messages/page.ts';
import { isBridgeOrder, isPageOrder, isPageSimulation } from '../../../src/messages/pageGuards.ts';
import { countryUnknowns } from '../../../src/model/facts.ts';
import { fullScenario, fullVisitor, pageSimulation } from '../builders.ts';
import { missing, type Path, partsOf, withPart } from '../parts.ts';

const orders: readonly PageOrder[] = [
  { kind: 'simulation', simulation: pageSimulation() },
  { kind: 'simulation', simulation: null },
  { kind: 'visits', visits: 3 },
  { kind: 'country', country: { name: 'Germany', code: 'DE' } },
  { kind: 'country', country: { name: 'Ruritania', code: null } },
  ...countryUnknowns.map((country) => ({ kind: 'country', country }) as const),
  { kind: 'fire', scenario: fullScenario },
  { kind: 'skip', ms: 1.5 },
  { kind: 'skip', ms: 1.5, toNextTimer: true },
  { kind: 'skip in frame', ms: 1.5 },
  { kind: 'leave' },
  { kind: 'report' },
];

test('What the next document is to be left is an order for bridges only', () => {
  for (const simulation of [pageSimulation(), null]) {
    expect(isBridgeOrder({ kind: 'handover', simulation })).toBe(true);
    expect(isPageOrder({ kind: 'handover', simulation })).toBe(false);
  }
  expect(isBridgeOrder({ kind: 'handover', simulation: {} })).toBe(false);
  expect(isBridgeOrder({ kind: 'leave' })).toBe(true);
  expect(isBridgeOrder({ kind: 'eval' })).toBe(false);
});

describe('isPageOrder', () => {
  test.each(orders)('accepts %j', (order) => {
    expect(isPageOrder(order)).toBe(true);
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['a text', 'leave'],
    ['a number', 0],
    ['a function', () => 'leave'],
    ['an array', [{ kind: 'leave' }]],
    ['an array with a kind', Object.assign([], { kind: 'leave' })],
    ['nothing in it', {}],
    ['an unknown kind', { kind: 'eval' }],
    ['an inherited kind', { kind: 'constructor' }],
    ['a kind that is no text', { kind: ['leave'] }],
    ['a __proto__ that has it all', JSON.parse('{"__proto__":{"kind":"leave"}}')],
    ['no simulation', { kind: 'simulation' }],
    ['a simulation that is none', { kind: 'simulation', simulation: {} }],
    ['visits that are NaN', { kind: 'visits', visits: Number.NaN }],
    ['visits that are a text', { kind: 'visits', visits: '3' }],
    ['no scenario', { kind: 'fire', scenario: null }],
    ['a scenario that is none', { kind: 'fire', scenario: { ...fullScenario, id: 7 } }],
    ['time that is not finite', { kind: 'skip', ms: Number.POSITIVE_INFINITY }],
    ['time in a frame that is a text', { kind: 'skip in frame', ms: '5' }],
    ['time that is a text', { kind: 'skip', ms: '5' }],
    ['an unknown reason', { kind: 'country', country: 'toString' }],
    ['a country without a code', { kind: 'country', country: { name: 'Germany' } }],
    ['a code that is a number', { kind: 'country', country: { name: 'Germany', code: 49 } }],
  ])('refuses %s', (_what, value) => {
    expect(isPageOrder(value)).toBe(false);
  });
});

test.each([
  pageSimulation(),
  pageSimulation({ visitor: {}, scenarios: [] }),
  pageSimulation({ visitor: { ...fullVisitor, clock: { at: null } } }),
  pageSimulation({ visitor: { visits: { first: true } } }),
])('isPageSimulation accepts %j', (simulation) => {
  expect(isPageSimulation(simulation)).toBe(true);
});

/*
 * Every part of a simulation is replaced by everything that is not of its kind. What the guard lets
 * through instead of a part is listed, so that the table is all that it lets through.
 */

const replacements = new Map<string, unknown>([
  ['missing', missing],
  ['null', null],
  ['true', true],
  ['7', 7],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['text', 'junk'],
  ['[]', []],
  ['[null]', [null]],
  ['{}', {}],
]);

/** By the path of the part, with * for the place in a list. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  visitor: ['{}'],
  'visitor.clock': ['missing'],
  clockReading: ['null'],
  'visitor.clock.at': ['null', 'text'],
  'visitor.clock.speed': ['missing', '7'],
  'visitor.clock.timeZone': ['missing', 'text'],
  'visitor.country': ['missing'],
  'visitor.country.geolocation': ['missing'],
  'visitor.country.geolocation.answer': [],
  'visitor.country.services': ['missing'],
  'visitor.country.services.answer': [],
  'visitor.country.cdnHeaders': ['missing', 'true'],
  'visitor.country.language': ['missing', 'text'],
  'visitor.country.timeZone': ['missing', 'text'],
  'visitor.country.code': ['null', 'text'],
  landing: ['missing'],
  'visitor.referrer': ['missing'],
  'visitor.referrer.until': ['missing'],
  'visitor.visits': ['missing'],
  'visitor.visits.store': [],
  'visitor.visits.addsOne': ['missing', 'true'],
  'scenarios.*.name': ['missing', 'text'],
  'scenarios.*.conditions.*.type': [],
  'scenarios.*.parameters.*.source.from': [],
  'scenarios.*.invite.context.*.value': ['true', '7', 'text'],
  'scenarios.*.repeat': [],
  invites: [],
};

function allowedInstead(path: Path, original: unknown): readonly string[] {
  const exception = exceptions[path.map((key) => (typeof key === 'number' ? '*' : key)).join('.')];
  if (exception) return exception;
  if (Array.isArray(original)) return ['[]'];
  const sameKind: Readonly<Record<string, string>> = {
    string: 'text',
    number: '7',
    boolean: 'true',
  };
  const same = sameKind[typeof original];
  return same === undefined ? [] : [same];
}

const parts = partsOf(pageSimulation())
  .filter(({ path }) => path.length > 0)
  .map(({ path, part }) => ({ path, name: path.join('.'), allowed: allowedInstead(path, part) }));

test('The table of exceptions names parts that there are', () => {
  const names = parts.map(({ name }) => name.replaceAll(/\b\d+\b/g, '*'));
  for (const exception of Object.keys(exceptions)) expect(names).toContain(exception);
});

test.each(parts)('Instead of $name a simulation takes $allowed', ({ path, allowed }) => {
  const accepted = [...replacements]
    .filter(([, replacement]) => isPageSimulation(withPart(pageSimulation(), path, replacement)))
    .map(([name]) => name);
  expect(accepted).toEqual(allowed);
});

test.each([...replacements])('A simulation is not %s', (_name, value) => {
  expect(isPageSimulation(value)).toBe(false);
});
