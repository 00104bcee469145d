import * as natives from '../../natives.ts';
import { replaceGetter, replaceMethod, type Undo, undoAll } from '../../patches.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * Objects of a platform class that no script can construct, such as GeolocationPosition. They have no
 * properties of their own, like the real ones: while patched, the class's accessors answer for them.
 */
export class LookAlikes<T extends object> {
  readonly #prototype: T;
  readonly #values = new WeakMap<object, Values>();
  /** All that were made, as long as the page keeps them. */
  readonly #made: WeakRef<T>[] = [];

  constructor(prototype: T) {
    this.#prototype = prototype;
  }

  make(values: Values): T {
    const object: T = Object.create(this.#prototype);
    this.#values.set(object, values);
    this.#made.push(new WeakRef(object));
    return object;
  }

  patch(): Undo {
    const valuesOf = (self: unknown): Values | undefined =>
      typeof self === 'object' && self !== null ? this.#values.get(self) : undefined;
    const accessors = Object.entries(Object.getOwnPropertyDescriptors(this.#prototype))
      .filter(([, { get }]) => get !== undefined)
      .map(([key]) => key);
    return undoAll([
      () => this.#standAlone(accessors),
      ...accessors.map((key) =>
        replaceGetter(this.#prototype, key, (native, self, args) => {
          const values = valuesOf(self);
          return values ? values[key] : natives.apply(native, self, args);
        }),
      ),
      replaceMethod(this.#prototype, 'toJSON', (native, self, args) => {
        const values = valuesOf(self);
        return values ? toJson(values) : natives.apply(native, self, args);
      }),
    ]);
  }

  /** The accessors are native again and know nothing of what the page still holds: that gets properties of its own. */
  #standAlone(accessors: readonly string[]): void {
    for (const reference of this.#made.splice(0)) {
      const object = reference.deref();
      const values = object && this.#values.get(object);
      if (!object || !values) continue;
      for (const key of accessors) natives.defineProperty(object, key, { value: values[key] });
      if ('toJSON' in object)
        natives.defineProperty(object, 'toJSON', { value: () => toJson(values) });
    }
  }
}

/** https://webidl.spec.whatwg.org/#default-tojson-steps: what an attribute holds, with its own toJSON where it has one. */
const toJson = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const json: unknown =
        typeof value === 'object' && value ? Reflect.get(value, 'toJSON') : null;
      return [key, typeof json === 'function' ? natives.apply(json, value, []) : value];
    }),
  );
