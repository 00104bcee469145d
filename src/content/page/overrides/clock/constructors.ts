import { natives } from '../../natives.ts';
import { replaceValue, type Undo, undoAll } from '../../patches.ts';

/** Gives a function in the place of a native its name, its length, and all else that it has of its own. */
function dressAs(native: object, inPlace: object): void {
  Reflect.setPrototypeOf(inPlace, Reflect.getPrototypeOf(native));
  // Some browsers list the name and the length of a function last.
  for (const key of Reflect.ownKeys(inPlace)) Reflect.deleteProperty(inPlace, key);
  for (const key of Reflect.ownKeys(native)) {
    const descriptor = natives.getOwnPropertyDescriptor(native, key);
    if (descriptor) natives.defineProperty(inPlace, key, descriptor);
  }
}

/**
 * Puts a constructor in the place of a native one. `target` must be an ordinary function, told by
 * `new.target` how it is called; bound it looks native, and costs next to nothing.
 */
export function replaceConstructor(
  owner: object,
  key: string,
  native: { readonly prototype: object },
  target: (...args: never[]) => unknown,
): { readonly inPlace: object; readonly undo: Undo } {
  // What a bound function makes is an instance of what it is bound to.
  natives.defineProperty(target, 'prototype', { value: native.prototype });
  const inPlace: object = target.bind(undefined);
  dressAs(native, inPlace);
  return {
    inPlace,
    undo: undoAll([
      replaceValue(owner, key, inPlace),
      replaceValue(native.prototype, 'constructor', inPlace),
    ]),
  };
}
