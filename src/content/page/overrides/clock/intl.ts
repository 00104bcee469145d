import { disguise } from '../../disguise.ts';
import * as natives from '../../natives.ts';
import { replaceGetter, replaceMethod, type Undo, undoAll } from '../../patches.ts';
import { replaceConstructor } from '../../replaceConstructor.ts';
import type { WallClock } from './wallClock.ts';

const { DateTimeFormat } = Intl;
const apply = natives.apply;
const construct = natives.construct;

/** Options for a formatter, with the visitor's time zone unless they name one. */
export const inZone = (timeZone: string, options: unknown): unknown => {
  if (options === undefined) return { timeZone };
  // What is wrong with other values is the native's to say.
  if (typeof options !== 'object' || options === null) return options;
  // The native asks for each option in its turn.
  return Object.create(options, {
    timeZone: {
      get: () => {
        const named: unknown = Reflect.get(options, 'timeZone');
        return named === undefined ? timeZone : named;
      },
    },
  });
};

/** Intl.DateTimeFormat formats the present when it is given no date, and in the zone of the visitor. */
export function overrideIntl({ now, zone }: WallClock): Undo {
  const { prototype } = DateTimeFormat;
  const present = (args: readonly unknown[]): unknown[] => [
    args[0] === undefined ? now() : args[0],
  ];
  // The getter gives one and the same function for one formatter, and so must we.
  const formats = new WeakMap<object, unknown>();
  return undoAll([
    replaceMethod(prototype, 'formatToParts', (native, self, args) =>
      apply(native, self, present(args)),
    ),
    replaceGetter(prototype, 'format', (native, self, args) => {
      const format = apply(native, self, args);
      if (typeof format !== 'function') return format;
      const known = formats.get(format);
      if (known) return known;
      const inPlace = disguise(format, (nativeFormat, formatter, given) =>
        apply(nativeFormat, formatter, present(given)),
      );
      formats.set(format, inPlace);
      return inPlace;
    }),
    ...(zone ? [overrideZone(zone.name)] : []),
  ]);
}

/** What formats dates in the browser's time zone does it in the visitor's. */
function overrideZone(timeZone: string): Undo {
  function VisitorFormat(locales: unknown, options: unknown): unknown {
    const args = [locales, inZone(timeZone, options)];
    if (new.target === undefined) return apply(DateTimeFormat, undefined, args);
    const target = new.target === VisitorFormat ? DateTimeFormat : new.target;
    return construct(DateTimeFormat, args, target);
  }
  return undoAll([
    replaceConstructor(Intl, 'DateTimeFormat', DateTimeFormat, VisitorFormat).undo,
    ...['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'].map((name) =>
      replaceMethod(natives.Date.prototype, name, (native, self, args) =>
        apply(native, self, [args[0], inZone(timeZone, args[1])]),
      ),
    ),
  ]);
}
