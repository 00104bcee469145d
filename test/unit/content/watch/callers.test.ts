import './documentOfTests.ts';

import { describe, expect, test } from 'vitest';
import { fileOf, placeIn, placeOf } from '../../../../src/content/page/watch/callers.ts';
import { MAX_FILE } from '../../../../src/model/watch/watched.ts';

const words = (line: string) => {
  const place = placeIn(line);
  return place && `${place.file} ${place.line} ${place.column}`;
};

describe('A line of a stack trace in V8 names', () => {
  test.each([
    ['    at offer (https://shop.example/a.js:12:5)', 'https://shop.example/a.js 12 5'],
    ['    at https://shop.example/products.html:33:7', 'https://shop.example/products.html 33 7'],
    ['    at async look (https://shop.example/a.js:1:2)', 'https://shop.example/a.js 1 2'],
    ['    at async https://shop.example/a.js:1:2', 'https://shop.example/a.js 1 2'],
    ['    at new Trigger (https://shop.example/a.js:1:2)', 'https://shop.example/a.js 1 2'],
    ['    at HTMLBodyElement.<anonymous> (https://shop.example/:3:4)', 'https://shop.example/ 3 4'],
    ['    at Object.f [as g] (http://localhost:8080/a.js:3:4)', 'http://localhost:8080/a.js 3 4'],
    ['    at f (https://shop.example/?a=b:c#d:3:4)', 'https://shop.example/?a=b:c 3 4'],
    [
      '    at f (https://cdn.example/npm/lib@3.7.1/lib.min.js:2:100)',
      'https://cdn.example/npm/lib@3.7.1/lib.min.js 2 100',
    ],
    ['    at f (https://shop.example/a(1).js:3:4)', 'https://shop.example/a(1).js 3 4'],
    ['    at f (blob:https://shop.example/1a-2b:3:4)', 'blob:https://shop.example/1a-2b 3 4'],
    ['    at f (data:text/javascript,f(g()):1:1)', 'data:text/javascript,f(g()) 1 1'],
    ['    at f (webpack-internal:///./src/a.js:3:4)', 'webpack-internal:///./src/a.js 3 4'],
  ])('%s', (line, place) => {
    expect(words(line)).toBe(place);
  });

  test.each([
    'Error',
    'TypeError: at https://shop.example/ nothing is',
    '    at Array.forEach (<anonymous>)',
    '    at new Promise (<anonymous>)',
    '    at eval (eval at run (https://shop.example/a.js:3:9), <anonymous>:1:1)',
    '    at f (native)',
    '    at async Promise.all (index 0)',
    '',
  ])('nothing in %j', (line) => {
    expect(words(line)).toBeNull();
  });
});

describe('A line of a stack trace in SpiderMonkey names', () => {
  test.each([
    ['offer@https://shop.example/a.js:12:5', 'https://shop.example/a.js 12 5'],
    ['@https://shop.example/products.html:33:7', 'https://shop.example/products.html 33 7'],
    ['async*look@https://shop.example/a.js:1:2', 'https://shop.example/a.js 1 2'],
    ['setTimeout handler*f/<@http://localhost:8080/a.js:3:4', 'http://localhost:8080/a.js 3 4'],
    [
      'f@https://cdn.example/npm/lib@3.7.1/lib.min.js:2:100',
      'https://cdn.example/npm/lib@3.7.1/lib.min.js 2 100',
    ],
    ['f@blob:https://shop.example/1a-2b:3:4', 'blob:https://shop.example/1a-2b 3 4'],
  ])('%s', (line, place) => {
    expect(words(line)).toBe(place);
  });

  test.each([
    '@https://shop.example/a.js line 3 > eval:1:1',
    'anonymous@https://shop.example/a.js line 3 > Function:1:1',
    'f@self-hosted:1234:5 ',
    '',
  ])('nothing in %j', (line) => {
    expect(words(line)).toBeNull();
  });
});

test('A file is its address without the fragment, and bounded', () => {
  expect(fileOf('https://shop.example/a?b#c')).toBe('https://shop.example/a?b');
  expect(fileOf(`https://shop.example/${'a'.repeat(5000)}#b`)).toHaveLength(MAX_FILE);
});

describe('The place of an error is', () => {
  const error = (stack: unknown) =>
    Object.defineProperty(new Error('x'), 'stack', { value: stack });

  test('the first that its stack names', () => {
    const stack =
      'Error: x\n    at g (<anonymous>)\n    at f (https://a.example/b.js:3:4)\n    at https://c.example/:1:1';
    expect(placeOf(error(stack))).toEqual({ file: 'https://a.example/b.js', line: 3, column: 4 });
  });

  test.each([
    ['no error', 'text'],
    ['no stack', error(undefined)],
    ['a stack that is no text', error({ toString: () => 'f@https://a.example/:1:1' })],
    ['a stack without places', error('Error: x')],
    [
      'a stack that throws',
      Object.defineProperty(new Error('x'), 'stack', {
        get() {
          throw new Error('mine');
        },
      }),
    ],
  ])('unknown for %s', (_name, one) => {
    expect(placeOf(one)).toBeNull();
  });
});
