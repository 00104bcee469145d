import type { CountryOverride } from '../../../../model/visitor/country.ts';
import * as natives from '../../natives.ts';
import { replaceGetter, replaceMethod, type StandIn, type Undo, undoAll } from '../../patches.ts';
import type { Dial } from '../../time/dial.ts';
import { type StopWaiting, wait } from '../../time/wait.ts';
import { LookAlikes } from './lookAlikes.ts';

/** Metres; what a laptop on a good Wi-Fi network reports. */
const ACCURACY = 30;

/** Ids of our watches, far from the small numbers that browsers give. */
const FIRST_WATCH = 1_000_000;

/** The codes of https://www.w3.org/TR/geolocation/#position_error_interface, in the words of Chromium. */
const ERRORS = {
  denied: { code: 1, message: 'User denied Geolocation' },
  unavailable: { code: 2, message: 'Position unavailable' },
  timeout: { code: 3, message: 'Timeout expired' },
} as const;

type Refusal = keyof typeof ERRORS;

/** What a call of getCurrentPosition or watchPosition asks for. */
interface Question {
  readonly succeed: (position: GeolocationPosition) => void;
  readonly fail: (refusal: Refusal) => void;
  /** ms */
  readonly maximumAge: number;
  /** ms */
  readonly timeout: number;
}

const isCallable = (value: unknown): value is (...args: never[]) => unknown =>
  typeof value === 'function';
const isNothing = (value: unknown): value is null | undefined =>
  value === null || value === undefined;
const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || isCallable(value);

/** Web IDL's [Clamp] unsigned long: https://webidl.spec.whatwg.org/#abstract-opdef-converttoint */
function clamped(value: unknown, whenAbsent: number): number {
  if (value === undefined) return whenAbsent;
  const number = Math.round(Number(value));
  return Number.isNaN(number) ? 0 : Math.min(Math.max(number, 0), 0xffff_ffff);
}

/** Some pages and frames have no geolocation by policy: https://www.w3.org/TR/geolocation/#permissions-policy */
function isForbidden(): boolean {
  const policy: unknown = Reflect.get(document, 'featurePolicy');
  return (
    isObject(policy) &&
    'allowsFeature' in policy &&
    isCallable(policy.allowsFeature) &&
    natives.apply(policy.allowsFeature, policy, ['geolocation']) === false
  );
}

/**
 * navigator.geolocation answers as the tester chose, with the permission that goes with the answer, as in
 * https://www.w3.org/TR/geolocation/. Where browsers refuse it to a page they refuse it as ever.
 */
export function overrideGeolocation(country: CountryOverride, dial: Dial): Undo {
  const { geolocation } = navigator;
  if (!isSecureContext || !geolocation || isForbidden()) return () => {};

  // The visitor's clock. What the page or a watch puts in its place later is not asked.
  const { now } = Date;
  const { answer, afterMs } = country.geolocation ?? { answer: 'position', afterMs: 0 };
  const coordinates = new LookAlikes(GeolocationCoordinates.prototype);
  const positions = new LookAlikes(GeolocationPosition.prototype);
  const errors = new LookAlikes(GeolocationPositionError.prototype);
  const watches = new Map<number, StopWaiting>();
  let lastWatch = FIRST_WATCH;
  let lastPosition: GeolocationPosition | null = null;

  function locate(): GeolocationPosition {
    const coords = coordinates.make({
      accuracy: ACCURACY,
      latitude: country.latitude,
      longitude: country.longitude,
      altitude: null,
      altitudeAccuracy: null,
      heading: null,
      speed: null,
    });
    lastPosition = positions.make({ coords, timestamp: now() });
    return lastPosition;
  }

  /** A position that is young enough need not be found again. */
  function remembered(maximumAge: number): GeolocationPosition | null {
    const isFresh = lastPosition && now() - lastPosition.timestamp <= maximumAge;
    return answer === 'position' && maximumAge > 0 && isFresh ? lastPosition : null;
  }

  /** The callbacks and options of a call; null where the native has objections, and throws them. */
  function questionIn(self: unknown, args: readonly unknown[]): Question | null {
    const [succeed, fail, options] = args;
    if (self !== geolocation || !isCallable(succeed)) return null;
    if (!(isNothing(fail) || isCallable(fail)) || !(isNothing(options) || isObject(options)))
      return null;
    const read = (key: string): unknown =>
      isNothing(options) ? undefined : Reflect.get(options, key);
    return {
      maximumAge: clamped(read('maximumAge'), 0),
      timeout: clamped(read('timeout'), 0xffff_ffff),
      succeed: (position) => void natives.apply(succeed, undefined, [position]),
      fail(refusal) {
        if (isCallable(fail)) natives.apply(fail, undefined, [errors.make(ERRORS[refusal])]);
      },
    };
  }

  /** Answers when it is time; gives the way not to. */
  function respond({ succeed, fail, maximumAge, timeout }: Question): StopWaiting {
    const known = remembered(maximumAge);
    if (known) return wait(dial, 0, () => succeed(known));
    // Who waits for the visitor's permission waits as long as that takes.
    if (answer !== 'denied' && timeout < afterMs) return wait(dial, timeout, () => fail('timeout'));
    return wait(dial, afterMs, () => (answer === 'position' ? succeed(locate()) : fail(answer)));
  }

  const orNative =
    (own: (question: Question) => unknown): StandIn =>
    (native, self, args) => {
      const question = questionIn(self, args);
      return question ? own(question) : natives.apply(native, self, args);
    };

  return undoAll([
    ...[coordinates, positions, errors].map((lookAlikes) => lookAlikes.patch()),
    replaceMethod(
      Geolocation.prototype,
      'getCurrentPosition',
      orNative((question) => void respond(question)),
    ),
    replaceMethod(
      Geolocation.prototype,
      'watchPosition',
      orNative((question) => {
        watches.set(++lastWatch, respond(question));
        return lastWatch;
      }),
    ),
    replaceMethod(Geolocation.prototype, 'clearWatch', (native, self, args) => {
      const [watch] = args;
      const stopWaiting = typeof watch === 'number' ? watches.get(watch) : undefined;
      if (self !== geolocation || typeof watch !== 'number' || stopWaiting === undefined)
        return natives.apply(native, self, args);
      watches.delete(watch);
      return stopWaiting();
    }),
    replaceGetter(PermissionStatus.prototype, 'state', (native, self, args) => {
      const real: unknown = natives.apply(native, self, args);
      if (!(self instanceof PermissionStatus) || self.name !== 'geolocation') return real;
      return answer === 'denied' ? 'denied' : 'granted';
    }),
  ]);
}
