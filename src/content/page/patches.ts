import { natives } from './natives.ts';

/** Takes a patch back, if it is still in place. */
export type Undo = () => void;

/** What has a property of `owner` itself: in workers most members of the global object are its prototypes'. */
function holderOf(owner: object, key: PropertyKey): object {
  if (owner !== globalThis) return owner;
  let holder: object | null = owner;
  while (holder && !natives.getOwnPropertyDescriptor(holder, key))
    holder = Reflect.getPrototypeOf(holder);
  return holder ?? owner;
}

/**
 * Puts a replacement in the place of a property, through its descriptor only: it stays as enumerable,
 * writable and configurable as it was, and an accessor stays an accessor. A property that the page has
 * made final is left alone.
 */
function replace(
  object: object,
  key: PropertyKey,
  part: 'value' | 'get' | 'set',
  make: (native: unknown) => unknown,
): Undo {
  const owner = holderOf(object, key);
  const before = natives.getOwnPropertyDescriptor(owner, key);
  if (!before?.configurable || before[part] === undefined) return () => {};
  const after = { ...before, [part]: make(before[part]) };
  natives.defineProperty(owner, key, after);
  return () => {
    const present = natives.getOwnPropertyDescriptor(owner, key);
    if (present?.[part] === after[part]) natives.defineProperty(owner, key, before);
  };
}

type Callable = (...args: never[]) => unknown;

/** What stands in for a native function: gets the native, the `this` and the arguments of the call. */
export type StandIn = (native: Callable, self: unknown, args: unknown[]) => unknown;

/** A function that is the native in name, length, source and kind, and calls the stand-in. */
export function disguise(native: Callable, standIn: StandIn): Callable {
  return new natives.Proxy(native, { apply: standIn });
}

const isCallable = (value: unknown): value is Callable => typeof value === 'function';

/** Puts a stand-in in the place of a method. */
export const replaceMethod = (owner: object, key: PropertyKey, standIn: StandIn): Undo =>
  replace(owner, key, 'value', (native) =>
    isCallable(native) ? disguise(native, standIn) : native,
  );

/** Puts a stand-in in the place of an accessor's getter. */
export const replaceGetter = (owner: object, key: PropertyKey, standIn: StandIn): Undo =>
  replace(owner, key, 'get', (native) => (isCallable(native) ? disguise(native, standIn) : native));

/** Puts a stand-in in the place of an accessor's setter. */
export const replaceSetter = (owner: object, key: PropertyKey, standIn: StandIn): Undo =>
  replace(owner, key, 'set', (native) => (isCallable(native) ? disguise(native, standIn) : native));

/** Puts another value in the place of a property's. */
export const replaceValue = (owner: object, key: PropertyKey, value: unknown): Undo =>
  replace(owner, key, 'value', () => value);

/** One undo for several; the last patch is taken back first. */
export const undoAll =
  (undos: readonly Undo[]): Undo =>
  () => {
    for (let index = undos.length - 1; index >= 0; index--) undos[index]?.();
  };
