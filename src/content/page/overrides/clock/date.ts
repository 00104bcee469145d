import { natives } from '../../natives.ts';

const { Date: NativeDate, construct, defineProperty } = natives;

/**
 * A Date whose present is `now`. It is a bound function, so it looks native, and it costs next to
 * nothing; `new.target` tells a plain `new Date()` from a subclass's `super()`.
 */
export function createDate(now: () => number): DateConstructor {
  function target(this: unknown, ...args: unknown[]): unknown {
    if (new.target === undefined) return new NativeDate(now()).toString();
    const given = args.length === 0 ? [now()] : args;
    return construct(NativeDate, given, new.target === target ? NativeDate : new.target);
  }
  const date = target.bind(undefined);
  // A bound function has no prototype and another name and length: give it all that Date has.
  for (const key of Reflect.ownKeys(NativeDate)) {
    const descriptor = natives.getOwnPropertyDescriptor(NativeDate, key);
    if (descriptor) defineProperty(date, key, descriptor);
  }
  const dateNow = { now: () => now() }.now.bind(undefined);
  defineProperty(dateNow, 'name', { value: 'now' });
  defineProperty(date, 'now', { value: dateNow });
  return isDateConstructor(date) ? date : NativeDate;
}

const isDateConstructor = (value: unknown): value is DateConstructor =>
  typeof value === 'function' && 'UTC' in value && 'parse' in value;
