import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { pageScript } from '../../../build/pageScript.ts';
import { scenario } from '../builders.ts';

const CLOCK = '{ "visitor": { "clock": { "at": "2026-12-24T18:00:00Z" } } }';

test('The page script is one self-contained script with the simulation in it', async () => {
  const code = await pageScript(CLOCK);
  const { module, errors, program } = parseSync('visitor.js', code, { sourceType: 'script' });
  expect(errors).toEqual([]);
  expect([module.staticImports, module.dynamicImports]).toEqual([[], []]);
  expect(program.body.map(({ type }) => type)).toEqual(['ExpressionStatement']);
  expect(code).toContain('2026-12-24T18:00:00Z');
});

test('A simulation may be of nothing, or of scenarios alone', async () => {
  expect(await pageScript('{}')).not.toBe('');
  expect(await pageScript(JSON.stringify({ scenarios: [scenario()] }))).toContain('sample');
});

test.each<[string, string, RegExp]>([
  ['no JSON', '{ "visitor": ', /^The file is not JSON: /],
  ['an unknown field', '{ "visitors": {} }', /^visitors: /],
  ['a wrong field', '{ "visitor": { "clock": { "at": 5 } } }', /^visitor\.clock\.at: /],
  [
    'no moment',
    '{ "visitor": { "clock": { "at": "soon" } } }',
    /^visitor\.clock\.at: This is not a/,
  ],
  [
    'a faulty scenario',
    JSON.stringify({ scenarios: [scenario({ conditions: [] })] }),
    /^scenarios\.0\.conditions: /,
  ],
  [
    'visits',
    '{ "visitor": { "visits": { "first": true } } }',
    /^visitor\.visits: .*with your driver/,
  ],
])('Of %s it says what is wrong', async (_what, json, words) => {
  await expect(pageScript(json)).rejects.toThrow(words);
});
