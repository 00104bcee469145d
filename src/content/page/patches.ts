import { type Callable, disguise, nativeText, passFor, type StandIn } from './disguise.ts';
import * as natives from './natives.ts';

export type { StandIn } from './disguise.ts';

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

/** Puts a replacement in the place of a property, through its descriptor only. A property that the page has made final is left alone. */
function put(
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

let inPlace = 0;
let undoText: Undo = () => {};

/** Lets functions of ours read as those that they pass for, until it and all others that ask for it are taken back. */
export function disguiseTexts(): Undo {
  if (inPlace++ === 0) {
    undoText = put(natives.Function.prototype, 'toString', 'value', disguised(nativeText));
  }
  return () => {
    if (--inPlace === 0) undoText();
  };
}

/**
 * Puts a replacement in the place of a property: it stays as enumerable, writable and configurable as it
 * was, and an accessor stays an accessor.
 */
function replace(...[owner, key, part, make]: Parameters<typeof put>): Undo {
  const undoTexts = disguiseTexts();
  const undo = put(owner, key, part, make);
  return () => {
    undo();
    undoTexts();
  };
}

type AnyFunction = (...args: unknown[]) => unknown;

const isCallable = (value: unknown): value is AnyFunction => typeof value === 'function';

const disguised =
  (standIn: StandIn) =>
  (native: unknown): unknown =>
    isCallable(native) ? disguise(native, standIn) : native;

/** Puts a method of ours in the place of a native one, for those that are called too often to have a stand-in called for them. */
export const replaceFunction = (
  owner: object,
  key: PropertyKey,
  make: (native: AnyFunction) => Callable,
): Undo =>
  replace(owner, key, 'value', (native) => {
    if (!isCallable(native)) return native;
    const made = make(native);
    passFor(native, made);
    return made;
  });

/** Puts a stand-in in the place of a method. */
export const replaceMethod = (owner: object, key: PropertyKey, standIn: StandIn): Undo =>
  replace(owner, key, 'value', disguised(standIn));

/** Puts a stand-in in the place of an accessor's getter. */
export const replaceGetter = (owner: object, key: PropertyKey, standIn: StandIn): Undo =>
  replace(owner, key, 'get', disguised(standIn));

/** Puts a stand-in in the place of an accessor's setter. */
export const replaceSetter = (owner: object, key: PropertyKey, standIn: StandIn): Undo =>
  replace(owner, key, 'set', disguised(standIn));

/** Puts another value in the place of a property's. */
export const replaceValue = (owner: object, key: PropertyKey, value: unknown): Undo =>
  replace(owner, key, 'value', () => value);

/** One undo for several; the last patch is taken back first. */
export const undoAll =
  (undos: readonly Undo[]): Undo =>
  () => {
    for (let index = undos.length - 1; index >= 0; index--) undos[index]?.();
  };
