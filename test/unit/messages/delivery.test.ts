import { describe, expect, test } from 'vitest';
import { decode, encode, parseHandover } from '../../../src/messages/delivery.ts';
import { invite, pageSimulation, scenario } from '../builders.ts';

const base64url = (json: string) => Buffer.from(json, 'utf8').toString('base64url');

const messages = [
  'May I help?',
  'Grüße aus Ruritanien – „“ ',
  '你好 مرحبا',
  '👩‍👩‍👧',
  'half a pair: \ud83d',
  '"; desc="x", other;\r\nX: y\0',
  '~~~???>>>',
];

test.each(messages)('“%s” fits into a header value and comes back', (message) => {
  const simulation = pageSimulation({ scenarios: [scenario({ invite: invite({ message }) })] });
  const encoded = encode(simulation);
  expect(encoded).toMatch(/^[\w-]+$/);
  expect(decode(encoded)).toEqual(simulation);
});

test('A simulation of any length comes back', () => {
  for (const length of [1, 2, 3, 100_000]) {
    const simulation = pageSimulation({ visitor: { referrer: { value: 'x'.repeat(length) } } });
    expect(decode(encode(simulation))).toEqual(simulation);
  }
});

const good = encode(pageSimulation());

describe('Not decoded is', () => {
  test.each([
    ['nothing', ''],
    ['a half', good.slice(0, good.length / 2)],
    ['a character too few', good.slice(0, -1)],
    ['other characters', `${good.slice(0, -2)}%"`],
    ['no base64 at all', 'é'],
    ['JSON as it is', JSON.stringify(pageSimulation())],
    ['no JSON', base64url('epoch')],
    ['null', base64url('null')],
    ['a list', base64url('[]')],
    ['a text', base64url('"epoch"')],
    ['an empty object', base64url('{}')],
    [
      'a number too large',
      base64url(JSON.stringify(pageSimulation()).replace('"epoch":1', '"epoch":1e999')),
    ],
    ['a simulation in __proto__', base64url(`{"__proto__":${JSON.stringify(pageSimulation())}}`)],
    ['no text of UTF-8', Buffer.from([0xff, 0xfe, 0x80]).toString('base64url')],
    ['the deepest of lists', base64url('['.repeat(100_000))],
  ])('%s', (_what, encoded) => {
    expect(decode(encoded)).toBeNull();
  });
});

describe('parseHandover', () => {
  const handover = { at: 1_798_131_600_000, simulation: pageSimulation() };

  test('gives what a document has left', () => {
    expect(parseHandover(JSON.stringify(handover))).toEqual(handover);
  });

  test('takes nothing else along', () => {
    expect(parseHandover(JSON.stringify({ ...handover, more: 1 }))).toEqual(handover);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a number', '1'],
    ['a list', JSON.stringify([handover])],
    ['no time', JSON.stringify({ simulation: handover.simulation })],
    ['a time that is a text', JSON.stringify({ ...handover, at: 'now' })],
    ['a time that is null', JSON.stringify({ ...handover, at: Number.NaN })],
    ['a time too large', JSON.stringify(handover).replace(/"at":\d+/, '"at":1e999')],
    ['no simulation', JSON.stringify({ at: handover.at })],
    ['a simulation that is null', JSON.stringify({ ...handover, simulation: null })],
    ['a simulation that is none', JSON.stringify({ ...handover, simulation: {} })],
    ['a handover in __proto__', `{"__proto__":${JSON.stringify(handover)}}`],
  ])('refuses %s', (_what, json) => {
    expect(parseHandover(json)).toBeNull();
  });
});
