import type { CountryOverride } from '../../../../model/visitor/country.ts';
import { natives } from '../../natives.ts';
import { replaceMethod, type StandIn, type Undo, undoAll } from '../../patches.ts';

/** Metres; what a laptop on a good Wi-Fi network reports. */
const ACCURACY = 30;

/** An object of a platform class whose attributes are `values`; its native ones would refuse it. */
function platformObject<T extends object>(
  prototype: T,
  values: Readonly<Record<string, unknown>>,
): T {
  const object: T = Object.create(prototype);
  for (const [key, value] of Object.entries({ ...values, toJSON: () => ({ ...values }) })) {
    natives.defineProperty(object, key, { value, enumerable: false, configurable: true });
  }
  return object;
}

function positionOf({ latitude, longitude }: CountryOverride): GeolocationPosition {
  const coords = platformObject(GeolocationCoordinates.prototype, {
    latitude,
    longitude,
    accuracy: ACCURACY,
    altitude: null,
    altitudeAccuracy: null,
    heading: null,
    speed: null,
  });
  return platformObject(GeolocationPosition.prototype, { coords, timestamp: Date.now() });
}

const isCallback = (value: unknown): value is PositionCallback => typeof value === 'function';

/** navigator.geolocation answers with the country's position, and its permission counts as granted. */
export function overrideGeolocation(country: CountryOverride): Undo {
  const watches = new Map<number, number>();
  let lastWatch = 0;

  const answer = (callback: PositionCallback) =>
    natives.setTimeout(() => callback(positionOf(country)), 0);
  const orNative =
    (own: (callback: PositionCallback) => unknown): StandIn =>
    (native, self, args) => {
      const [callback] = args;
      // A wrong call gets the native's own error.
      return self === navigator.geolocation && isCallback(callback)
        ? own(callback)
        : natives.apply(native, self, args);
    };

  return undoAll([
    replaceMethod(
      Geolocation.prototype,
      'getCurrentPosition',
      orNative((callback) => void answer(callback)),
    ),
    replaceMethod(
      Geolocation.prototype,
      'watchPosition',
      orNative((callback) => {
        watches.set(++lastWatch, answer(callback));
        return lastWatch;
      }),
    ),
    replaceMethod(Geolocation.prototype, 'clearWatch', (native, self, args) => {
      const timer = typeof args[0] === 'number' ? watches.get(args[0]) : undefined;
      if (timer === undefined) return natives.apply(native, self, args);
      return natives.clearTimeout(timer);
    }),
    replaceMethod(Permissions.prototype, 'query', async (native, self, args) => {
      const status: unknown = await natives.apply(native, self, args);
      if (status instanceof PermissionStatus && status.name === 'geolocation') {
        natives.defineProperty(status, 'state', { value: 'granted', configurable: true });
      }
      return status;
    }),
  ]);
}
