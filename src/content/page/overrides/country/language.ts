import { languagesOf } from '../../../../model/visitor/language.ts';
import * as natives from '../../natives.ts';
import { replaceGetter, replaceMethod, replaceValue, type Undo, undoAll } from '../../patches.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isConstructor = (value: unknown): value is new (...args: unknown[]) => object =>
  typeof value === 'function' && isObject(value.prototype);

/** The arguments of a call, with the visitor's language where it leaves open which locale is meant. */
function localized(args: readonly unknown[], at: number, language: string): unknown[] {
  const locales = args[at];
  // https://tc39.es/ecma402/#sec-canonicalizelocalelist: an empty list names none either.
  const namesNone = locales === undefined || (Array.isArray(locales) && locales.length === 0);
  if (!namesNone) return [...args];
  const filled = [...args];
  for (let index = filled.length; index < at; index++) filled.push(undefined);
  filled[at] = language;
  return filled;
}

/** The methods that format or compare in a locale: whose, and at which place of the arguments the locales stand. */
function localeMethods(): readonly (readonly [owner: object, key: string, at: number])[] {
  const temporal: unknown = Reflect.get(globalThis, 'Temporal');
  const temporalTypes = isObject(temporal)
    ? Reflect.ownKeys(temporal).map((key) => Reflect.get(temporal, key))
    : [];
  return [
    [Number.prototype, 'toLocaleString', 0],
    [BigInt.prototype, 'toLocaleString', 0],
    [natives.Date.prototype, 'toLocaleString', 0],
    [natives.Date.prototype, 'toLocaleDateString', 0],
    [natives.Date.prototype, 'toLocaleTimeString', 0],
    [String.prototype, 'toLocaleLowerCase', 0],
    [String.prototype, 'toLocaleUpperCase', 0],
    [String.prototype, 'localeCompare', 1],
    ...temporalTypes
      .filter(isConstructor)
      .map(({ prototype }) => [prototype, 'toLocaleString', 0] as const),
  ];
}

/** A constructor of Intl that takes the visitor's language for the default locale: https://tc39.es/ecma402/#sec-defaultlocale */
function overrideConstructor(key: string, language: string): Undo {
  const native: unknown = Reflect.get(Intl, key);
  if (!isConstructor(native)) return () => {};
  const proxy: object = new natives.Proxy(native, {
    apply: (target, self, args) => natives.apply(target, self, localized(args, 0, language)),
    construct: (target, args, newTarget) =>
      natives.construct(target, localized(args, 0, language), newTarget),
  });
  return undoAll([
    replaceValue(Intl, key, proxy),
    replaceValue(native.prototype, 'constructor', proxy),
  ]);
}

/** A getter of navigator; that of another window's is left to it. */
const tell = (key: string, value: unknown): Undo =>
  replaceGetter(Navigator.prototype, key, (native, self, args) => {
    const real: unknown = natives.apply(native, self, args);
    return self === navigator ? value : real;
  });

/**
 * navigator.language and languages, and the locale of whatever formats without naming one. The
 * Accept-Language header is the background's.
 */
export function overrideLanguage(language: string): Undo {
  // One and the same frozen array: https://html.spec.whatwg.org/#dom-navigator-languages
  const languages = Object.freeze([...languagesOf(language)]);
  return undoAll([
    tell('language', languages[0]),
    tell('languages', languages),
    ...Object.getOwnPropertyNames(Intl)
      .filter((key) => key !== 'Locale')
      .map((key) => overrideConstructor(key, language)),
    ...localeMethods().map(([owner, key, at]) =>
      replaceMethod(owner, key, (native, self, args) =>
        natives.apply(native, self, localized(args, at, language)),
      ),
    ),
  ]);
}
