import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { pageScript } from '../../../build/pageScript.ts';
import { writePack } from '../../../src/model/pack/write.ts';
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

const pack = (...names: readonly string[]) =>
  writePack({
    scenarios: [],
    visitors: names.map((name, index) => ({
      id: `v${index}`,
      name,
      visitor: { referrer: { value: `https://www.contoso.com/${name}` } },
    })),
    runs: [],
  });

test('A visitor of a pack can be taken: its only one, or the one that is named', async () => {
  expect(await pageScript(pack('faq'))).toContain('https://www.contoso.com/faq');
  const named = await pageScript(pack('faq', 'home'), 'home');
  expect(named).toContain('https://www.contoso.com/home');
  expect(named).not.toContain('https://www.contoso.com/faq');
});

test.each<[string, string, string | null, RegExp]>([
  ['several visitors', pack('faq', 'home'), null, /--visitor .*“faq”, “home”/],
  ['another visitor', pack('faq'), 'home', /--visitor .*“faq”/],
  ['no visitor', pack(), null, /none/],
  [
    'a fault',
    pack('faq').replace('"version": 2', '"version": 3'),
    null,
    /^Line 3, column 3: version /,
  ],
])('Of a pack with %s it says what is wrong', async (_what, json, name, words) => {
  await expect(pageScript(json, name)).rejects.toThrow(words);
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
