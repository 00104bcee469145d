/* What page code can see of functions and objects without calling them. */

/** The syntax that a native function's text must have: https://tc39.es/ecma262/#prod-NativeFunction */
const NATIVE_TEXT =
  /^\s*function\s*(get |set )?(\[[\w.]+\]|[\w$]*)\s*\(\)\s*\{\s*\[native code\]\s*\}\s*$/;

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

export const textOf = (fn: object): string => Function.prototype.toString.call(fn);

export const looksNative = (fn: object): boolean => NATIVE_TEXT.test(textOf(fn));

/** Whether `new` can be applied to it: https://tc39.es/ecma262/#sec-isconstructor */
export function isConstructor(fn: unknown): boolean {
  try {
    // It is only asked for its prototype; nothing of it runs.
    Reflect.construct(Object, [], fn as NewableFunction);
    return true;
  } catch {
    return false;
  }
}

const flagsOf = ({ enumerable, configurable, writable }: PropertyDescriptor): string =>
  `${enumerable ? 'e' : '-'}${configurable ? 'c' : '-'}${writable ? 'w' : '-'}`;

/** The value of an own property; undefined for an accessor, of which only strict functions' `caller` is one. */
const ownValue = (owner: object, key: PropertyKey): unknown =>
  Reflect.getOwnPropertyDescriptor(owner, key)?.value;

const keysOf = (owner: object): readonly string[] => Reflect.ownKeys(owner).map(String);

function functionInWords(fn: object): string {
  const own = keysOf(fn)
    .toSorted()
    .filter((key) => !STATIC_KINDS.has(typeof ownValue(fn, key)));
  return [
    `"${String(ownValue(fn, 'name'))}"/${String(ownValue(fn, 'length'))}`,
    looksNative(fn) ? 'native' : 'not native',
    isConstructor(fn) ? 'constructor' : 'no constructor',
    Object.getPrototypeOf(fn) === Function.prototype ? '' : 'of another prototype',
    own.join(','),
  ].join(' ');
}

/** Statics that are functions or objects are listed with their owner's properties. */
const STATIC_KINDS: ReadonlySet<string> = new Set(['function', 'object']);

function inWords(value: unknown): string {
  if (typeof value === 'function') return functionInWords(value);
  return typeof value;
}

/** One line for each own property of an object: its attributes, and what its functions look like. */
export function shapeOf(owner: object, path: string): Readonly<Record<string, string>> {
  const lines: Record<string, string> = { [`${path} own keys`]: keysOf(owner).join() };
  for (const key of Reflect.ownKeys(owner)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(owner, key);
    if (!descriptor) continue;
    const { get, set, value } = descriptor;
    const line = [flagsOf(descriptor)];
    if (get) line.push(`get ${inWords(get)}`);
    if (set) line.push(`set ${inWords(set)}`);
    if (!get && !set) line.push(inWords(value));
    lines[`${path}.${String(key)}`] = line.join(' ');
  }
  return lines;
}

/** The objects that can be reached from a global one through data properties: interfaces, prototypes, namespaces. */
export function* objectsOf(
  owner: object,
  path: string,
  known = new Set<unknown>(),
): Generator<readonly [string, object]> {
  if (known.has(owner)) return;
  known.add(owner);
  yield [path, owner];
  for (const key of Reflect.ownKeys(owner)) {
    if (typeof key === 'symbol' || key === 'constructor') continue;
    const value = ownValue(owner, key);
    const leads =
      (typeof value === 'function' && (isConstructor(value) || key === 'prototype')) ||
      (isObject(value) &&
        typeof value !== 'function' &&
        (key === 'prototype' || isNamespace(value)));
    if (leads) yield* objectsOf(value, path === '' ? key : `${path}.${key}`, known);
  }
}

/** Intl, Temporal, Math and their like. */
const isNamespace = (value: object): boolean =>
  Object.getPrototypeOf(value) === Object.prototype && Symbol.toStringTag in value;
