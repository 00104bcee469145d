import * as natives from './natives.ts';

export type Callable = (...args: never[]) => unknown;

/** What stands in for a native function: gets the native, the `this` and the arguments of the call. */
export type StandIn = (native: Callable, self: unknown, args: unknown[]) => unknown;

/** The function, most often a native, that each of ours passes for. */
const passesFor = natives.ownWeakMap<object, object>();

/** Makes a function read as another, which may be one of ours already. */
export const readAs = (other: object, inPlace: object): void => {
  passesFor.set(inPlace, passesFor.get(other) ?? other);
};

/** Makes a function pass for a native: its prototype, its name, its length, its text, and all that it has of its own. */
export function passFor(native: object, inPlace: object): void {
  Reflect.setPrototypeOf(inPlace, Reflect.getPrototypeOf(native));
  // Some browsers list the name and the length of a function last.
  for (const key of Reflect.ownKeys(inPlace)) Reflect.deleteProperty(inPlace, key);
  for (const key of Reflect.ownKeys(native)) {
    const descriptor = natives.getOwnPropertyDescriptor(native, key);
    if (descriptor) natives.defineProperty(inPlace, key, descriptor);
  }
  readAs(native, inPlace);
}

/**
 * A function that passes for the native and calls the stand-in. It is a method, which like most natives
 * cannot be constructed; a Proxy would look the same by itself, and each call of it cost a tenth of a timer.
 */
export function disguise(native: Callable, standIn: StandIn): Callable {
  const { inPlace } = {
    inPlace(this: unknown, ...args: unknown[]) {
      return standIn(native, this, args);
    },
  };
  passFor(native, inPlace);
  return inPlace;
}

/** Whether an object is the Function.prototype of some realm: nothing but Object.prototype comes after it. */
function isFunctionPrototype(value: object | null): value is Callable {
  const parent = typeof value === 'function' ? Reflect.getPrototypeOf(value) : null;
  return parent !== null && Reflect.getPrototypeOf(parent) === null;
}

/**
 * Function.prototype.toString, in whose words functions of ours are the natives that they pass for. Those
 * of another realm's page world are known there, so that realm is asked.
 */
export const nativeText: StandIn = (native, self, args) => {
  const known = typeof self === 'function' ? passesFor.get(self) : undefined;
  const text = natives.apply(native, known ?? self, args);
  // A native ends so, and a Proxy reads as one: it must not notice that it has been looked at.
  if (known || typeof self !== 'function' || text[text.length - 3] === ']') return text;
  const prototype = Reflect.getPrototypeOf(self);
  if (prototype === natives.Function.prototype || !isFunctionPrototype(prototype)) return text;
  const theirs: unknown = natives.getOwnPropertyDescriptor(prototype, 'toString')?.value;
  return typeof theirs === 'function' ? natives.apply(theirs, self, args) : text;
};
