import { passFor } from './disguise.ts';
import * as natives from './natives.ts';
import { replaceValue, type Undo, undoAll } from './patches.ts';

/**
 * Puts a constructor in the place of a native one. `target` must be an ordinary function, told by
 * `new.target` how it is called; bound it can be constructed as natives are, and costs next to nothing.
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
  passFor(native, inPlace);
  return {
    inPlace,
    undo: undoAll([
      replaceValue(owner, key, inPlace),
      replaceValue(native.prototype, 'constructor', inPlace),
    ]),
  };
}
