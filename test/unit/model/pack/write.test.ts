import { expect, test } from 'vitest';
import { writePack } from '../../../../src/model/pack/write.ts';
import { scenario } from '../../builders.ts';
import { fullPack } from './samples.ts';

/** The same data with the keys of all objects the other way round. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, backwards(part)]),
  );
}

test('The same items give the same text, whatever the order of their keys', () => {
  const turned = { ...fullPack, ...(backwards(fullPack) as typeof fullPack) };
  expect(Object.keys(turned.scenarios[0] ?? {})).not.toEqual(
    Object.keys(fullPack.scenarios[0] ?? {}),
  );
  expect(writePack(turned)).toBe(writePack(fullPack));
});

test('The format and its version come first, and the text ends with a line', () => {
  const written = writePack({ scenarios: [scenario()], visitors: [], runs: [] });
  expect(written).toMatch(
    /^{\n {2}"format": "trigger-simulator-pack",\n {2}"version": 2,\n {2}"scenarios": \[\n {4}{\n {6}"id": "sample",\n/,
  );
  expect(written).toMatch(/\n {2}"visitors": \[\],\n {2}"runs": \[\]\n}\n$/);
});

test('What is no pack is not written', () => {
  expect(() =>
    writePack({ scenarios: [scenario({ id: 'a b' })], visitors: [], runs: [] }),
  ).toThrow();
});
