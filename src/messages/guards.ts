/*
 * The checks of which those for the page world are made, by hand, because a library would be most of its
 * size. They check the form, not the sense. A page that tampers with Object.prototype can make them
 * refuse, and so harms nobody but itself.
 */

export type Unknown = Readonly<Record<string, unknown>>;
type Guard<T> = (value: unknown) => value is T;

export const isObject = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === 'string';
export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
/** A flag that is left out where it does not hold. */
export const isTrue = (value: unknown): value is true => value === true;
/** A number that is neither NaN nor infinite. */
export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && value - value === 0;
/** Whether a property that may be left out is fine. */
export const isAbsentOr = <T>(value: unknown, isOne: (value: unknown) => value is T): boolean =>
  value === undefined || isOne(value);

export function isListOf<T>(value: unknown, isOne: Guard<T>): value is readonly T[] {
  if (!Array.isArray(value)) return false;
  for (let index = 0; index < value.length; index++) if (!isOne(value[index])) return false;
  return true;
}

export function isOneOf<T>(value: unknown, all: readonly T[]): value is T {
  for (let index = 0; index < all.length; index++) if (all[index] === value) return true;
  return false;
}
