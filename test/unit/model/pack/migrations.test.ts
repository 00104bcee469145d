import { expect, test } from 'vitest';
import { type Migration, migrate, migrations } from '../../../../src/model/pack/migrations.ts';
import { PACK_VERSION } from '../../../../src/model/pack/pack.ts';

const steps = new Map<number, Migration>([
  [1, ({ names, ...pack }) => ({ ...pack, titles: names })],
  [2, ({ titles, ...pack }) => ({ ...pack, titles, count: Array.isArray(titles) ? 1 : 0 })],
]);

test('The steps run in order, each on what the one before has made', () => {
  expect(migrate({ version: 1, names: [] }, 1, 3, steps)).toEqual({
    version: 3,
    titles: [],
    count: 1,
  });
  expect(migrate({ version: 2, titles: 0 }, 2, 3, steps)).toEqual({
    version: 3,
    titles: 0,
    count: 0,
  });
});

test('A pack of the version that is wanted stays the same object', () => {
  const pack = { version: 3 };
  expect(migrate(pack, 3, 3, steps)).toBe(pack);
});

test('A missing step is an error', () => {
  expect(() => migrate({ version: 3 }, 3, 4, steps)).toThrow('from version 3');
});

test('A pack of version 1 has no runs', () => {
  const old = { format: 'f', version: 1, scenarios: [], visitors: [] };
  expect(migrate(old, 1, 2)).toEqual({ ...old, version: 2, runs: [] });
});

test('There is a step from every version to the next, up to the present one', () => {
  expect([...migrations.keys()]).toEqual(Array.from({ length: PACK_VERSION - 1 }, (_, i) => i + 1));
});
