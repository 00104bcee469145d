import { passFor } from '../../disguise.ts';
import * as natives from '../../natives.ts';
import { replaceMethod, replaceValue, type Undo, undoAll } from '../../patches.ts';
import { replaceConstructor } from '../../replaceConstructor.ts';
import type { WallClock } from './wallClock.ts';
import { createLocalTime } from './zone.ts';

const NativeDate = natives.Date;
const construct = natives.construct;

/** Date, whose present is the visitor's. */
export function overrideDate({ now, zone }: WallClock): Undo {
  const local = zone && createLocalTime(zone.name, zone.offsetAt);

  function VisitorDate(this: unknown, value: unknown): unknown {
    if (new.target === undefined) {
      return local ? local.text(now()) : new NativeDate(now()).toString();
    }
    // biome-ignore lint/complexity/noArguments: whether there was an argument matters, and rest arguments cost time.
    const given = arguments;
    if (new.target === VisitorDate) {
      if (given.length === 0) return new NativeDate(now());
      if (given.length === 1 && typeof value === 'number') return new NativeDate(value);
    }
    const target = new.target === VisitorDate ? NativeDate : new.target;
    if (given.length === 0) return construct(NativeDate, [now()], target);
    const instant = local?.instant(given) ?? null;
    return construct(NativeDate, instant === null ? given : [instant], target);
  }

  const { inPlace, undo } = replaceConstructor(globalThis, 'Date', NativeDate, VisitorDate);
  // Who is asked for the present does not matter; nothing costs less than what is bound.
  const boundNow = now.bind(undefined);
  passFor(natives.dateNow, boundNow);
  const undoNow = replaceValue(inPlace, 'now', boundNow);
  if (!local) return undoAll([undo, undoNow]);
  return undoAll([
    undo,
    undoNow,
    replaceMethod(inPlace, 'parse', (native, self, args) => {
      const written = `${args[0]}`;
      return local.instant([written]) ?? natives.apply(native, self, [written]);
    }),
    local.override(),
  ]);
}
