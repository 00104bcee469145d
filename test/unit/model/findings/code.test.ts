import { describe, expect, test } from 'vitest';
import {
  commentBlocks,
  isCodeAt,
  lineAt,
  linesWith,
  readSource,
} from '../../../../src/model/findings/code.ts';
import { PAGE, source } from './page.ts';

const read = (text: string) => readSource(source(text));
/** A text whose § begins code in a template. */
const inTemplates = (text: string) => text.replaceAll('§', '$' + '{');
/** A reading without what is blank in it. */
const words = (reading: string) => reading.replace(/\s+/g, ' ').trim();

describe('Comments', () => {
  test.each([
    ['a() // b()', 'a()', 'b()'],
    ['/* a() */ b() /** c()\n * d() */', 'b()', 'a() c() d()'],
    ['<!-- a()\nb()', 'b()', 'a()'],
    ['a() /* has no end', 'a()', 'has no end'],
    ['a()', 'a()', ''],
    ['//', '', ''],
    ['', '', ''],
  ])('%j is code and comments', (text, code, comments) => {
    expect(words(read(text).code)).toBe(code);
    expect(words(read(text).comments)).toBe(comments);
  });

  test.each([
    "go('https://shop.example/'); a()",
    'go("https://shop.example/"); a()',
    'go(`https://shop.example/`); a()',
    inTemplates('go(`§base}//§`§a}//`}//`); a()'),
    "text.replace(/https?:\\/\\//g, ''); a()",
    'text.split(/[/*]/)[0] / 2; a()',
    "if (/'/.test(text)) a()",
    'return /"/.test(text), a()',
    'const half = (width) / 2, third = size / 3; a()',
    "it = 'it\\'s // here'; a()",
    'const s = "a\\\n// b"; a()',
  ])('%j has none', (text) => {
    expect(words(read(text).comments)).toBe('');
    expect(read(text).code).toBe(text);
    expect(read(text).bare).toContain('a()');
  });

  test('that stand together are one, without their signs', () => {
    expect(
      commentBlocks(
        read('// Who came\n//   2 or more times\na();\n\n/* Who\n * stays */\nb(); // here'),
      ),
    ).toEqual(['Who came 2 or more times', 'Who stays here']);
  });
});

describe('What stands in quotes', () => {
  test.each([
    ["a('b()')", "a('...')"],
    ['a("it\'s")', 'a("....")'],
    [inTemplates('a(`b§c(`d`)}e`)'), inTemplates('a(`.§c(`.`)}.`)')],
    ['a(/b["\'/]c/g)', 'a(/......./g)'],
    ["a('no end\nb()", "a('......\nb()"],
  ])('%j is not code', (text, bare) => {
    expect(read(text).bare).toBe(bare.replaceAll('.', ' '));
  });

  test('is told from code by its index', () => {
    const text = "a('b')";
    expect([0, 2, 3].map((index) => isCodeAt(read(text), index))).toEqual([true, true, false]);
  });
});

test.each([
  inTemplates("a('b'); // c\n`d§e}f`; /g/.h; /* i */"),
  '\'`"/*//}}{<!--',
  inTemplates('`§`§`§'),
  inTemplates('}}}`}{`§{}}}`'),
])('All readings of %j are as long as it, line by line', (text) => {
  const { code, bare, comments } = read(text);
  const lengths = (reading: string) => reading.split('\n').map((line) => line.length);
  expect(lengths(code)).toEqual(lengths(text));
  expect(lengths(bare)).toEqual(lengths(text));
  expect(lengths(comments)).toEqual(lengths(text));
});

describe('A line', () => {
  const text = '\n  first();\n  second();\n';

  test('is told with its place in the file', () => {
    expect(lineAt(read(text), text.indexOf('second'))).toEqual({
      value: 'second();',
      at: { file: PAGE, line: 12, column: 3 },
    });
  });

  test('is told without a place if that is not known', () => {
    const own = readSource(source(text, { firstLine: null }));
    expect(lineAt(own, text.indexOf('first'))).toEqual({ value: 'first();', at: null });
  });

  test('that is long is told around the place', () => {
    const long = `${'a;'.repeat(5000)}HERE;${'b;'.repeat(5000)}`;
    const { value, at } = lineAt(read(long), long.indexOf('HERE'));
    expect(value).toContain('HERE;');
    expect(value).toMatch(/^….*…$/);
    expect(value.length).toBeLessThan(130);
    expect(at?.column).toBe(10_001);
  });

  test('at the very beginning is line one', () => {
    expect(lineAt(read('a()\nb()'), 0).at).toEqual({ file: PAGE, line: 10, column: 1 });
  });
});

test('A pattern is found in code, in all sources, not in comments and texts', () => {
  const found = linesWith([source('a(); // a()'), source("'a()'; b(); a()")], /a\(\)/g);
  expect(found.map(({ value, at }) => `${at?.column}: ${value}`)).toEqual([
    '1: a(); // a()',
    "13: 'a()'; b(); a()",
  ]);
});
