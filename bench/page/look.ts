/* How many of the functions that a clock has replaced can be told from the browser's own. */

type Part = 'value' | 'get';

interface Place {
  readonly name: string;
  readonly owner: object;
  readonly key: PropertyKey;
  readonly part: Part;
  readonly before: PropertyDescriptor;
  /** What the browser's own function looked like before anything was replaced. */
  readonly look: readonly string[];
  readonly text: string;
}

/** The text of a function as code of the page gets it, which has no other way: our script runs before its first. */
const textOf = (fn: object): string => Function.prototype.toString.call(fn);

const NATIVE_TEXT =
  /^\s*function\s*(get |set )?(\[[\w.]+\]|[\w$]*)\s*\(\)\s*\{\s*\[native code\]\s*\}\s*$/;

function isConstructor(fn: unknown): boolean {
  try {
    Reflect.construct(Object, [], fn as NewableFunction);
    return true;
  } catch {
    return false;
  }
}

/** Name, length, kind, text and own properties of a function, and the attributes of its property. */
function lookOf(
  fn: object,
  { enumerable, configurable, writable }: PropertyDescriptor,
): readonly string[] {
  const own = (key: string): string =>
    JSON.stringify(Reflect.getOwnPropertyDescriptor(fn, key) ?? null);
  return [
    `name ${own('name')}`,
    `length ${own('length')}`,
    `descriptor ${enumerable} ${configurable} ${writable}`,
    `own properties ${Reflect.ownKeys(fn).map(String).toSorted().join()}`,
    `constructor ${isConstructor(fn)}`,
    `toString native ${NATIVE_TEXT.test(textOf(fn))}`,
  ];
}

const functionOf = (descriptor: PropertyDescriptor | undefined, part: Part): object | null => {
  const fn: unknown = descriptor?.[part];
  return typeof fn === 'function' ? fn : null;
};

/** Every function that hangs on these, by any key. */
const OWNERS: readonly (readonly [string, unknown])[] = [
  ['window', window],
  ['Date', Date],
  ['Date.prototype', Date.prototype],
  ['Intl', Intl],
  ['Intl.DateTimeFormat', Intl.DateTimeFormat],
  ['Intl.DateTimeFormat.prototype', Intl.DateTimeFormat.prototype],
  ['Temporal.Now', Reflect.get(Reflect.get(globalThis, 'Temporal') ?? {}, 'Now')],
  ['performance', performance],
  ['Performance.prototype', Performance.prototype],
  ['PerformanceEntry.prototype', PerformanceEntry.prototype],
  ['PerformanceMark.prototype', PerformanceMark.prototype],
  ['PerformanceMeasure.prototype', PerformanceMeasure.prototype],
  ['PerformanceResourceTiming.prototype', PerformanceResourceTiming.prototype],
  ['PerformanceNavigationTiming.prototype', PerformanceNavigationTiming.prototype],
  ['Event.prototype', Event.prototype],
  ['AbortSignal', AbortSignal],
  ['scheduler', Reflect.get(Reflect.get(globalThis, 'Scheduler') ?? {}, 'prototype')],
  ['IdleDeadline.prototype', IdleDeadline.prototype],
  ['Document.prototype', Document.prototype],
  ['Function.prototype', Function.prototype],
];

const places: readonly Place[] = OWNERS.flatMap(([ownerName, owner]) =>
  typeof owner === 'object' || typeof owner === 'function'
    ? Reflect.ownKeys(owner ?? {}).flatMap((key): readonly Place[] => {
        const before = owner ? Reflect.getOwnPropertyDescriptor(owner, key) : undefined;
        return (['value', 'get'] as const).flatMap((part) => {
          const fn = functionOf(before, part);
          if (!owner || !before || !fn) return [];
          const name = `${ownerName}.${String(key)}`;
          return [{ name, owner, key, part, before, look: lookOf(fn, before), text: textOf(fn) }];
        });
      })
    : [],
);

export interface Looks {
  /** Functions that are not the browser's own any more. */
  readonly replaced: number;
  /** Those of them that look like it in name, length, descriptor, own properties, kind and native text. */
  readonly native: number;
  /** Those of them whose text is the native's to the letter. */
  readonly sameText: number;
  /** What gives the others away. */
  readonly differences: readonly string[];
}

/** Compares the page's functions with those that were there when this script began. */
export function looks(): Looks {
  const differences: string[] = [];
  let [replaced, native, sameText] = [0, 0, 0];
  for (const { name, owner, key, part, before, look, text } of places) {
    const descriptor = Reflect.getOwnPropertyDescriptor(owner, key);
    if (descriptor?.[part] === before[part]) continue;
    replaced++;
    const fn = functionOf(descriptor, part);
    const different =
      fn && descriptor ? lookOf(fn, descriptor).filter((line) => !look.includes(line)) : ['gone'];
    if (different.length === 0) native++;
    else differences.push(`${name}: ${different.join(', ')}`);
    if (fn && textOf(fn) === text) sameText++;
  }
  return { replaced, native, sameText, differences };
}
