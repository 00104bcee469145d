import * as natives from '../../natives.ts';
import { replaceMethod, type Undo, undoAll } from '../../patches.ts';
import { inZone } from './intl.ts';
import type { WallClock } from './wallClock.ts';

const apply = natives.apply;

/** What of Temporal is used here: https://tc39.es/proposal-temporal/ */
interface Zoned {
  readonly timeZoneId: string;
  toPlainDateTime(): unknown;
  toPlainDate(): unknown;
  toPlainTime(): unknown;
}
interface Temporal {
  readonly Now: object;
  readonly Instant: {
    readonly prototype: object;
    fromEpochMilliseconds(ms: number): { toZonedDateTimeISO(timeZone: string): Zoned };
  };
}

const isTemporal = (value: unknown): value is Temporal =>
  typeof value === 'object' && value !== null && 'Now' in value && 'Instant' in value;

/** Temporal.Now, where a browser has it. */
export function overrideTemporal({ now, zone }: WallClock): Undo {
  const temporal: unknown = Reflect.get(globalThis, 'Temporal');
  if (!isTemporal(temporal)) return () => {};
  const { Now, Instant } = temporal;
  const zonedDateTimeISO: (zone?: unknown) => Zoned = Reflect.get(Now, 'zonedDateTimeISO');
  const instant = () => Instant.fromEpochMilliseconds(now());
  const zoned = (args: readonly unknown[]): Zoned => {
    const isGiven = args[0] !== undefined || !zone;
    // The native says what is wrong with a time zone, and what it is called.
    const timeZone = isGiven ? apply(zonedDateTimeISO, Now, args).timeZoneId : zone.name;
    return instant().toZonedDateTimeISO(timeZone);
  };
  return undoAll([
    replaceMethod(Instant.prototype, 'toLocaleString', (native, self, args) =>
      apply(native, self, zone ? [args[0], inZone(zone.name, args[1])] : args),
    ),
    replaceMethod(Now, 'instant', instant),
    replaceMethod(
      Now,
      'timeZoneId',
      (native, self, args) => zone?.name ?? apply(native, self, args),
    ),
    replaceMethod(Now, 'zonedDateTimeISO', (_native, _self, args) => zoned(args)),
    replaceMethod(Now, 'plainDateTimeISO', (_native, _self, args) => zoned(args).toPlainDateTime()),
    replaceMethod(Now, 'plainDateISO', (_native, _self, args) => zoned(args).toPlainDate()),
    replaceMethod(Now, 'plainTimeISO', (_native, _self, args) => zoned(args).toPlainTime()),
  ]);
}
