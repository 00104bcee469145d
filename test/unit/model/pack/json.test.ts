import { describe, expect, test } from 'vitest';
import {
  dataOf,
  type JsonPath,
  MAX_DEPTH,
  positionOf,
  readJson,
  startOf,
} from '../../../../src/model/pack/json.ts';
import { render } from '../../render.ts';

function nodeOf(json: string) {
  const read = readJson(json);
  if ('fault' in read) throw new Error(render(read.fault.text));
  return read.node;
}

const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

test.each([
  '{}',
  ' [ ] ',
  'null',
  '-0.5e+10',
  '1e999',
  '""',
  '"a\\"b\\\\"',
  '"\\\\\\"\\u00e9\\ud83d\\ude00 \\n"',
  '{"a":[1,{"b":"c","":true}],"d":false}',
  '\r\n{\t"a" :\n1 ,"b":[ "x" , null ]}\n',
  deep(MAX_DEPTH + 1),
])('Reads %j as JSON.parse does', (json) => {
  expect(dataOf(nodeOf(json))).toEqual(JSON.parse(json));
});

test('A field __proto__ is a field like any other', () => {
  const data = dataOf(nodeOf('{"__proto__": {"isAdmin": true}}'));
  expect(Object.keys(data ?? {})).toEqual(['__proto__']);
  expect(Reflect.get(data ?? {}, 'isAdmin')).toBeUndefined();
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
});

test.each<[string, string, number, RegExp]>([
  ['nothing', '', 0, /ends too early/],
  ['an object that is not closed', '{"a": 1', 7, /ends too early/],
  ['a list that is not closed', '[1, ', 4, /ends too early/],
  ['a comma too many in a list', '[1, ]', 4, /value was expected, but here stands “\]”/],
  ['a comma too many in an object', '{"a": 1, }', 9, /name of a field .* stands “}”/],
  ['a missing comma', '{"a": 1 "b": 2}', 8, /comma or “}” was expected, but here stands “"”/],
  ['a missing comma in a list', '[1 2]', 3, /comma or “\]” was expected, but here stands “2”/],
  ['a missing colon', '{"a" 1}', 5, /colon/],
  ['a name without quotation marks', '{format: 1}', 1, /name of a field .* stands “format”/],
  ['single quotation marks', "['a']", 1, /stands “'”/],
  ['a comment', '{} // pack', 3, /“\/” stands after the end/],
  ['two values', '{} {}', 3, /stands after the end/],
  ['a word that is none', '[undefined]', 1, /stands “undefined”/],
  ['a word that goes on', '[nullx]', 1, /stands “nullx”/],
  ['NaN', '[NaN]', 1, /stands “NaN”/],
  ['a number with a zero before', '[01]', 1, /stands “01”/],
  ['a number without digits after the point', '[1.]', 1, /stands “1\.”/],
  ['a text with a line break', '["a\nb"]', 1, /not closed, or holds a line break/],
  ['a text that is not closed', '["a]', 1, /not closed/],
  ['an unknown escape', '["\\x41"]', 1, /backslash/],
  ['a key that stands twice', '{"a": 1, "b": 2, "a": 3}', 17, /“a” stands .* twice/],
  ['a key that stands twice in disguise', '{"a": 1, "\\u0061": 3}', 9, /“a” stands .* twice/],
  ['too deep lists', deep(MAX_DEPTH + 2), MAX_DEPTH + 1, /deeper than 32/],
  ['much too deep lists', deep(1_000_000), MAX_DEPTH + 1, /deeper than 32/],
])('Of %s it says what and where', (_what, json, start, words) => {
  const read = readJson(json);
  if (!('fault' in read)) throw new Error('It was read.');
  expect(read.fault.start).toBe(start);
  expect(render(read.fault.text)).toMatch(words);
});

test('A text of millions of signs is one of the usual kind', () => {
  const long = JSON.stringify({ message: `${'\\"'.repeat(1_000_000)}${'x'.repeat(2_000_000)}` });
  expect(dataOf(nodeOf(long))).toEqual(JSON.parse(long));
});

describe('In a text', () => {
  const json = '{\n  "a": [\n    1,\r\n    {"b": "c"}\n  ]\n}';

  test.each<[JsonPath, number, number]>([
    [[], 1, 1],
    [['a'], 2, 3],
    [['a', 0], 3, 5],
    [['a', 1], 4, 5],
    [['a', 1, 'b'], 4, 6],
    // Of what is not there, what would hold it.
    [['a', 1, 'z'], 4, 5],
    [['a', 2], 2, 8],
    [['a', 1, 'b', 'deeper'], 4, 11],
    [['z'], 1, 1],
    [['a', 'b'], 2, 8],
  ])('%j stands in line %i, column %i', (path, line, column) => {
    expect(positionOf(json, startOf(nodeOf(json), path))).toEqual({ line, column });
  });
});
