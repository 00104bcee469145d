import './documentOfTests.ts';

import { describe, expect, test } from 'vitest';
import { roomForAll, sample, thrown } from '../../../../src/content/page/watch/sample.ts';
import {
  hidesParts,
  isUnknown,
  MAX_PARTS,
  MAX_SAMPLE,
  MAX_SAMPLES,
  type Sample,
} from '../../../../src/model/watch/watched.ts';

/** The parts of a sample that are there as its own. */
const keys = ({ parts }: Sample) => Object.keys(parts ?? {});

test.each([
  ['a text', 'May we help?', { type: 'string', text: 'May we help?' }],
  ['a number', 20_000, { type: 'number', text: '20000' }],
  ['NaN', Number.NaN, { type: 'number', text: 'NaN' }],
  ['true', true, { type: 'boolean', text: 'true' }],
  ['undefined', undefined, { type: 'undefined', text: 'undefined' }],
  ['null', null, { type: 'null', text: 'null' }],
  ['a function', () => 1, { type: 'function', text: 'function' }],
  ['an object', { a: 1 }, { type: 'object', text: 'object' }],
  ['a list', [1], { type: 'object', text: 'array' }],
  ['a big number', 5n, { type: 'other', text: 'bigint' }],
  ['a symbol', Symbol('secret'), { type: 'other', text: 'symbol' }],
])('The picture of %s', (_name, value, picture) => {
  expect(sample(value)).toEqual(picture);
});

test('A promise is none of the objects that have nothing', () => {
  const picture = { type: 'object', text: 'promise', parts: {} };
  expect(sample(Promise.resolve({ Page: { value: 1 } }), 2)).toEqual(picture);
});

describe('Of an object are seen', () => {
  test('its properties, as deep as asked for', () => {
    const context = { Page: { value: { deeper: 1 }, isDisplayable: true } };
    expect(sample(context, 2)).toEqual({
      type: 'object',
      text: 'object',
      parts: {
        Page: {
          type: 'object',
          text: 'object',
          parts: {
            value: { type: 'object', text: 'object' },
            isDisplayable: { type: 'boolean', text: 'true' },
          },
        },
      },
    });
  });

  test('enumerable own properties with names only', () => {
    const object = Object.create({ inherited: 1 });
    Object.defineProperty(object, 'hidden', { value: 1, enumerable: false });
    object.own = 1;
    object[Symbol('x')] = 1;
    expect(keys(sample(object, 1))).toEqual(['own']);
  });

  test('not what getters give: none is called, and rules know that it is unknown', () => {
    let calls = 0;
    const object = {
      get message() {
        calls++;
        return 'x';
      },
    };
    const { parts } = sample(object, 1);
    expect(calls).toBe(0);
    expect(parts?.message && isUnknown(parts.message)).toBe(true);
  });

  test('at most so many, of 120', () => {
    const object = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`k${index}`, 1]));
    expect(keys(sample(object, 1))).toHaveLength(MAX_PARTS);
  });

  test('a key that objects have by nature as one of its own', () => {
    const { parts } = sample(JSON.parse('{"__proto__": 1, "constructor": 2}'), 1);
    expect(Object.getOwnPropertyNames(parts).sort()).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(parts)).toBe(Object.prototype);
  });

  test('itself, no deeper than asked for', () => {
    const object: Record<string, unknown> = {};
    object.self = object;
    expect(sample(object, 2).parts?.self?.parts?.self).toEqual({ type: 'object', text: 'object' });
  });
});

describe('Code of the page has no part in it', () => {
  const refusing = (trap: 'ownKeys' | 'getOwnPropertyDescriptor') =>
    new Proxy(
      { a: 1 },
      {
        [trap]() {
          throw new Error('Keep out.');
        },
      },
    );

  test.each(['ownKeys', 'getOwnPropertyDescriptor'] as const)(
    'when a Proxy throws in %s',
    (trap) => {
      const picture = sample(refusing(trap), 1);
      expect(picture).toEqual({ type: 'object', text: 'object' });
      expect(hidesParts(picture)).toBe(true);
    },
  );

  test('when a Proxy was revoked', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(() => sample(proxy)).not.toThrow();
    expect(hidesParts(sample(proxy, 1))).toBe(true);
  });

  test('when objects say what they are', () => {
    const liar = {
      toString() {
        throw new Error('x');
      },
      [Symbol.toPrimitive]: () => 'lie',
      get [Symbol.toStringTag]() {
        return 'Lie';
      },
    };
    expect(sample(liar)).toEqual({ type: 'object', text: 'object' });
  });
});

test('Long texts and names are cut', () => {
  expect(sample('x'.repeat(1000)).text).toHaveLength(MAX_SAMPLE);
  expect(sample('x'.repeat(MAX_SAMPLE)).text).toBe('x'.repeat(MAX_SAMPLE));
  expect(keys(sample({ ['k'.repeat(1000)]: 1 }, 1))[0]).toHaveLength(MAX_SAMPLE);
});

test.each([
  [new TypeError('x is null'), 'TypeError: x is null'],
  ['a text', 'a text'],
  [undefined, 'undefined'],
  [{ toString: () => 'mine' }, 'mine'],
  [Symbol('x'), 'error'],
  [Object.create(null), 'error'],
])('What was thrown is told in words, case %#', (error, words) => {
  expect(thrown(error)).toBe(words);
});

test('Of values that are together larger than anybody reads, the rest is left out', () => {
  const room = roomForAll();
  const huge = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [`key ${index}`, { value: 'x'.repeat(1000) }]),
  );
  const pictures = [sample(huge, 2, room), sample(huge, 2, room)];
  expect(JSON.stringify(pictures).length).toBeLessThan(2 * MAX_SAMPLES);
  expect(Object.keys(pictures[0]?.parts ?? {}).length).toBeGreaterThan(10);
  expect(pictures[1]?.parts).toEqual({});
  // Nothing is there by half.
  for (const entry of Object.values(pictures[0]?.parts ?? {})) {
    expect(hidesParts(entry) || entry.parts?.value !== undefined).toBe(true);
  }
});
