import * as natives from '../../natives.ts';
import { replaceGetter, type Undo } from '../../patches.ts';
import type { WallClock } from './wallClock.ts';

const NativeDate = natives.Date;
const apply = natives.apply;
const { isNaN: isInvalid } = Number;
const { getTimezoneOffset } = NativeDate.prototype;
const MINUTE = 60_000;

/**
 * document.lastModified, in the visitor's time zone. A document whose server does not say when it was
 * modified was so just now, and that is the visitor's now: https://html.spec.whatwg.org/multipage/dom.html#dom-document-lastmodified
 */
export function overrideLastModified({ now, zone }: WallClock): Undo {
  if (typeof Document === 'undefined') return () => {};
  const loaded = natives.dateNow();
  return replaceGetter(Document.prototype, 'lastModified', (native, self, args) => {
    const text = apply(native, self, args);
    const real = NativeDate.parse(text);
    const isNow = real >= loaded - 2000;
    if (isInvalid(real) || (!isNow && !zone)) return text;
    const instant = isNow ? now() : real;
    const offset = zone
      ? zone.offsetAt(instant)
      : -apply(getTimezoneOffset, new NativeDate(instant), []) * MINUTE;
    // Of `2026-12-24T18:00:00.000Z`: `12/24/2026 18:00:00`.
    const [, year, month, day, time] =
      /^(.+)-(\d\d)-(\d\d)T(.{8})/.exec(new NativeDate(instant + offset).toISOString()) ?? [];
    return `${month}/${day}/${year} ${time}`;
  });
}
