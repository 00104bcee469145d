import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { watchedSchema } from '../../../src/messages/watched.ts';
import {
  MAX_ARGUMENTS,
  MAX_FILE,
  MAX_PARTS,
  MAX_SAMPLE,
  MAX_SOURCE,
  MOST_WATCHED,
  type Watched,
} from '../../../src/model/watch/watched.ts';
import { missing, type Path, partsOf, withOneFieldTooMany, withPart } from '../parts.ts';

const by = { file: 'https://shop.example/', line: 33, column: 5 };
const text = { type: 'string', text: 'a' } as const;
const context = {
  type: 'object',
  text: 'object',
  parts: { Page: { type: 'object', text: 'object', parts: { value: text } } },
} as const;

/** Something of everything. */
const watched: Watched = {
  at: 5,
  isFromStart: true,
  loadedAt: 4,
  sdkUses: [
    {
      method: 'startProactiveChat',
      args: [context, text],
      by,
      ending: { threw: 'TypeError: x' },
      isReady: true,
      ignored: 'chat active',
      at: 3,
    },
  ],
  contexts: [{ ending: { returned: context }, by: null, at: 3 }],
  events: [{ name: 'lcw:ready', detail: text, at: 2 }],
  inputs: [
    {
      input: 'localStorage',
      what: 'getItem',
      argument: text,
      value: null,
      by,
      isTrigger: true,
      times: 2,
      at: 1,
    },
  ],
  timers: [{ dueIn: 14_000, delay: 20_000, repeats: false, by, isTrigger: true }],
  faults: [
    {
      name: 'TypeError',
      message: 'x',
      by,
      isTrigger: true,
      isReady: false,
      neverRan: 'seen',
      at: 1,
    },
  ],
  replaced: [{ what: 'document.body.onmouseleave', by, before: null, isTrigger: true }],
  lostScripts: ['https://a.example/livechatwidget/scripts/LiveChatBootstrapper.js'],
  refusals: [{ directive: 'connect-src', blocked: 'https://a.example/', by: null }],
  sources: [{ file: 'https://shop.example/', firstLine: null, text: 'a()' }],
  invites: [{ outcome: 'shown', at: 4 }],
  isCut: false,
};

const isTaken = (value: unknown) => v.safeParse(watchedSchema, value).success;
const having = (path: Path, part: unknown) => withPart(watched, path, part);

test('What was watched comes over as it was', () => {
  expect(v.parse(watchedSchema, structuredClone(watched))).toEqual(watched);
});

const leaves = partsOf(watched).filter(({ path }) => path.length > 0);

test('Nothing may be missing, other than the properties of a value', () => {
  const optional = leaves
    .filter(({ path }) => isTaken(having(path, missing)))
    .map(({ path }) => path);
  // What is one of many is not missing if it is not there.
  const isOneOfMany = (path: Path) => typeof path.at(-1) === 'number' || path.at(-2) === 'parts';
  expect(optional.filter((path) => path.at(-1) !== 'parts' && !isOneOfMany(path))).toEqual([]);
});

test.each([
  ['a function', () => {}],
  ['a list', [[]]],
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['another object', { another: 1 }],
  ['a symbol', Symbol('x')],
])('No part can be %s', (_name, hostile) => {
  const taken = leaves
    .filter(({ path }) => isTaken(having(path, hostile)))
    .map(({ path }) => path.join('.'));
  expect(taken).toEqual([]);
});

test('Nothing can be there that nobody knows', () => {
  expect(withOneFieldTooMany(watched).filter(isTaken)).toEqual([]);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'watched'],
  ['an empty object', {}],
  ['a list of it', [watched]],
])('%s is not what was watched', (_name, value) => {
  expect(isTaken(value)).toBe(false);
});

describe('The size is bounded', () => {
  const many = <T>(item: T, count: number) => Array<T>(count).fill(item);
  const parts = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`Key ${index}`, text]));
  const lists = Object.entries(watched).filter((entry): entry is [string, unknown[]] =>
    Array.isArray(entry[1]),
  );

  test.each(lists.map(([name, [item]]) => [name, item] as const))('of %s', (name, item) => {
    expect(isTaken(having([name], many(item, MOST_WATCHED)))).toBe(true);
    expect(isTaken(having([name], many(item, MOST_WATCHED + 1)))).toBe(false);
  });

  test.each([
    ['a text', ['events', 0, 'name'], MAX_SAMPLE],
    ['a value', ['events', 0, 'detail', 'text'], MAX_SAMPLE],
    ['an error', ['sdkUses', 0, 'ending', 'threw'], MAX_SAMPLE],
    ['an address', ['lostScripts', 0], MAX_SAMPLE],
    ['a file', ['timers', 0, 'by', 'file'], MAX_FILE],
    ['code', ['sources', 0, 'text'], MAX_SOURCE],
  ] as const)('of %s', (_name, path, most) => {
    expect(isTaken(having(path, 'x'.repeat(most)))).toBe(true);
    expect(isTaken(having(path, 'x'.repeat(most + 1)))).toBe(false);
  });

  test('of arguments, properties and their names', () => {
    const args = ['sdkUses', 0, 'args'] as const;
    expect(isTaken(having(args, many(text, MAX_ARGUMENTS)))).toBe(true);
    expect(isTaken(having(args, many(text, MAX_ARGUMENTS + 1)))).toBe(false);
    const inside = ['contexts', 0, 'ending', 'returned', 'parts'] as const;
    expect(isTaken(having(inside, parts(MAX_PARTS)))).toBe(true);
    expect(isTaken(having(inside, parts(MAX_PARTS + 1)))).toBe(false);
    expect(isTaken(having(inside, { ['k'.repeat(MAX_SAMPLE + 1)]: text }))).toBe(false);
  });

  test('of the depth of a value', () => {
    const deep = ['contexts', 0, 'ending', 'returned', 'parts', 'Page', 'parts', 'value'] as const;
    expect(isTaken(having(deep, { ...text, parts: {} }))).toBe(false);
  });
});

test('An ending is one of the two, not both', () => {
  expect(isTaken(having(['sdkUses', 0, 'ending'], { threw: 'x', returned: text }))).toBe(false);
  expect(isTaken(having(['sdkUses', 0, 'ending'], {}))).toBe(false);
});

test('A key that would be the prototype of what is read is left out', () => {
  const inside: unknown = JSON.parse('{"__proto__": {"type": "string", "text": "a"}}');
  const path = ['contexts', 0, 'ending', 'returned', 'parts'] as const;
  const read = v.parse(watchedSchema, having(path, inside));
  const [given] = read.contexts;
  const parts = given && 'returned' in given.ending ? given.ending.returned.parts : undefined;
  expect(parts).toEqual({});
  expect(parts?.text).toBeUndefined();
});
