/** The names and places that lead to a part of a value. */
export type Path = readonly (string | number)[];

/** Every part of a value, with the way to it. */
export function partsOf(value: unknown, path: Path = []): readonly { path: Path; part: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, part: value }];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [{ path, part: value }, ...inner.flatMap(([key, part]) => partsOf(part, [...path, key]))];
}

/** Stands for a part that is taken out. */
export const missing = Symbol('missing');

/** A copy of a value with one part replaced. */
export function withPart(value: unknown, [key, ...path]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const copy: object = Array.isArray(value) ? [...value] : { ...(value as object) };
  const part = withPart(Reflect.get(copy, key), path, replacement);
  if (part === missing) Reflect.deleteProperty(copy, key);
  else Reflect.set(copy, key, part);
  return copy;
}

/** Copies of a value, each with a field too many in another of its objects. */
export const withOneFieldTooMany = (value: unknown): readonly unknown[] =>
  partsOf(value)
    .filter(({ part }) => typeof part === 'object' && part !== null && !Array.isArray(part))
    .map(({ path }) => withPart(value, [...path, 'oneTooMany'], 1));
