import { replaceGetter, replaceMethod, type Undo, undoAll } from '../../patches.ts';

/** Intl.DateTimeFormat formats the present when it is given no date: make that the visitor's. */
export function overrideIntl(now: () => number): Undo {
  const { prototype } = Intl.DateTimeFormat;
  // The format getter gives one and the same function for one formatter; so must we.
  const formats = new WeakMap<object, (date?: Date | number) => string>();
  return undoAll([
    replaceMethod(prototype, 'formatToParts', (native, self, [date, ...rest]) =>
      Reflect.apply(native, self, [date === undefined ? now() : date, ...rest]),
    ),
    replaceGetter(prototype, 'format', (native, self, args) => {
      const format: unknown = Reflect.apply(native, self, args);
      if (typeof format !== 'function' || typeof self !== 'object' || self === null) return format;
      let known = formats.get(self);
      if (!known) {
        known = (date) => Reflect.apply(format, undefined, [date === undefined ? now() : date]);
        Object.defineProperty(known, 'name', { value: '' });
        formats.set(self, known);
      }
      return known;
    }),
  ]);
}
