/* What the cases say about a page. They run in it, so they use nothing but the language. */

/** A value in words, whatever it is. */
function words(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'object' && value !== null) {
    try {
      return JSON.stringify(value) ?? Object.prototype.toString.call(value);
    } catch {
      return Object.prototype.toString.call(value);
    }
  }
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Fails unless it holds. */
export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

/** Fails unless both are one and the same value. */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (!Object.is(actual, expected))
    throw new Error(`${what}: is ${words(actual)}, expected ${words(expected)}`);
}

/** Fails unless both say the same as JSON. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  same(JSON.stringify(actual), JSON.stringify(expected), what);
}

/** Fails unless a number is at most `tolerance` away from another. */
export function near(actual: number, expected: number, tolerance: number, what: string): void {
  if (!(Math.abs(actual - expected) <= tolerance))
    throw new Error(`${what}: is ${actual}, expected ${expected} ± ${tolerance}`);
}

type ErrorKind = abstract new (...args: never[]) => Error;

/** Fails unless the call throws an error of exactly that kind, of this realm. */
export function throws(kind: ErrorKind, call: () => unknown, what: string): void {
  let result: unknown;
  try {
    result = call();
  } catch (error) {
    if (error instanceof kind && error.constructor === kind) return;
    throw new Error(`${what}: threw ${String(error)}, expected a ${kind.name}`);
  }
  throw new Error(`${what}: gave ${words(result)}, expected a ${kind.name}`);
}

/** What a call gives, in words: its result, or the kind of the error that it throws. */
export function outcomeOf(call: () => unknown): string {
  try {
    return words(call());
  } catch (error) {
    return `throws ${error instanceof Error ? error.constructor.name : words(error)}`;
  }
}

/** A property that the DOM types do not know yet. */
export const property = (owner: unknown, key: PropertyKey): unknown =>
  (typeof owner === 'object' && owner !== null) || typeof owner === 'function'
    ? Reflect.get(owner, key)
    : undefined;

/** Calls a method that the DOM types do not know yet, or with arguments that they do not allow. */
export function invoke(owner: unknown, key: PropertyKey, ...args: readonly unknown[]): unknown {
  const method = property(owner, key);
  if (typeof method !== 'function') throw new Error(`There is no ${String(key)}.`);
  return Reflect.apply(method, owner, args);
}

/** A function as an object of this realm or another, with arguments of any kind. */
export type Anything = (...args: readonly unknown[]) => unknown;

export function asFunction(value: unknown, what: string): Anything {
  if (typeof value !== 'function') throw new Error(`${what} is not a function.`);
  return (...args) => Reflect.apply(value, undefined, args);
}

export function asNumber(value: unknown, what: string): number {
  if (typeof value !== 'number') throw new Error(`${what}: is ${words(value)}, expected a number`);
  return value;
}
