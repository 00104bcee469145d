import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { messages, render, valuesOf } from './render.ts';
import { contentOf, filesIn } from './sources.ts';

/** The functions that take the key of a message and its values. */
const CALLS = ['text', 'say'];

interface Use {
  readonly key: string;
  /** How many values it is given. */
  readonly count: number;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The keys that an argument can be: of `a ? 'x' : 'y'` both; none if it is not written out. */
function keysOf(argument: unknown): readonly string[] {
  if (!isNode(argument)) return [];
  if (argument.type === 'ConditionalExpression') {
    return [...keysOf(argument.consequent), ...keysOf(argument.alternate)];
  }
  return argument.type === 'Literal' && typeof argument.value === 'string' ? [argument.value] : [];
}

/** The messages that a part of a program calls by name, with their values. */
function usesIn(part: unknown): readonly Use[] {
  if (Array.isArray(part)) return part.flatMap(usesIn);
  if (!isNode(part)) return [];
  const { callee, arguments: given } = part;
  const isOurs =
    part.type === 'CallExpression' && isNode(callee) && CALLS.includes(String(callee.name));
  const [key, ...values] = isOurs && Array.isArray(given) ? given : [];
  const own = keysOf(key).map((name) => ({ key: name, count: values.length }));
  return [...own, ...Object.values(part).flatMap(usesIn)];
}

const uses = filesIn('src')
  .filter((path) => /\.tsx?$/.test(path))
  .flatMap((path) =>
    usesIn(parseSync(path, contentOf(path)).program.body).map((use) => ({ ...use, path })),
  );

test('The uses of the messages are found', () => {
  expect(uses).toContainEqual({
    key: 'dateWindowMet',
    count: 3,
    path: 'src/model/conditions/dateWindow.ts',
  });
  // One that stands in a condition.
  expect(uses).toContainEqual({
    key: 'referrerNone',
    count: 0,
    path: 'src/model/conditions/referrer.ts',
  });
});

test('Every message that is used is there, and is given the values it takes', () => {
  const wrong = uses.filter(({ key, count }) => !(key in messages) || valuesOf(key) !== count);
  expect(wrong).toEqual([]);
});

const all = Object.entries(messages).map(([key, { message }]) => ({ key, message }));

test('In every message the values are numbered without a gap', () => {
  const wrong = all.filter(({ key, message }) => {
    const numbers = new Set(message.match(/\$[1-9]/g));
    return numbers.size !== valuesOf(key);
  });
  expect(wrong).toEqual([]);
});

test('Every message has words, without markup or stray signs', () => {
  const wrong = all.filter(
    ({ message }) =>
      message === '' ||
      message !== message.trim() ||
      /[$<>]/.test(message.replaceAll(/\$[1-9]/g, '')),
  );
  expect(wrong).toEqual([]);
});

describe('The renderer of these tests', () => {
  test('puts the values in, as they are', () => {
    expect(render({ key: 'visitsMet', values: ['$2', '$&'] })).toBe(
      'This is visit number $2 of this page; more than $& are needed.',
    );
  });

  test('refuses values that do not fit', () => {
    expect(() => render({ key: 'visitsMet', values: ['3'] })).toThrow('takes 2 values, not 1');
    expect(() => render({ key: 'visitsUnknown', values: ['3'] })).toThrow('takes 0 values, not 1');
    expect(() => valuesOf('noSuchMessage')).toThrow('no message');
  });
});
