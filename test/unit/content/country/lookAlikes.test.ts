// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { LookAlikes } from '../../../../src/content/page/overrides/country/lookAlikes.ts';

class Place {
  #brand = true;
  get name(): string {
    return this.#brand ? 'real' : '';
  }
  get inner(): unknown {
    return this.#brand ? null : undefined;
  }
  toJSON(): unknown {
    return { name: this.name };
  }
}

const nameOf = (place: Place) => place.name;

test('A look-alike answers by the accessors of its class, and has nothing of its own', () => {
  const places = new LookAlikes(Place.prototype);
  const undo = places.patch();
  const inner = places.make({ name: 'inner', inner: null });
  const outer = places.make({ name: 'outer', inner });
  expect(outer).toBeInstanceOf(Place);
  expect(Reflect.ownKeys(outer)).toEqual([]);
  expect([outer.name, outer.inner]).toEqual(['outer', inner]);
  expect(JSON.parse(JSON.stringify(outer))).toEqual({
    name: 'outer',
    inner: { name: 'inner', inner: null },
  });
  undo();
});

test('Real objects, and wrong ones, are the native’s affair', () => {
  const undo = new LookAlikes(Place.prototype).patch();
  expect(new Place().name).toBe('real');
  expect(() => nameOf(Object.create(Place.prototype))).toThrow(TypeError);
  undo();
});

test('Undone, the class is as before, and what the page still holds goes on answering', () => {
  const before = Object.getOwnPropertyDescriptors(Place.prototype);
  const places = new LookAlikes(Place.prototype);
  const undo = places.patch();
  const place = places.make({ name: 'kept', inner: null });
  expect(Object.getOwnPropertyDescriptors(Place.prototype)).not.toEqual(before);
  undo();
  expect(Object.getOwnPropertyDescriptors(Place.prototype)).toEqual(before);
  expect(place.name).toBe('kept');
  expect(JSON.stringify(place)).toBe('{"name":"kept","inner":null}');
});
