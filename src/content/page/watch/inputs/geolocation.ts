import * as natives from '../../natives.ts';
import { replaceMethod, undoAll } from '../../patches.ts';
import type { NotedUse } from '../watchLog.ts';
import type { Input } from './input.ts';

const CODES: Readonly<Record<number, string>> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' };

/** What a failure says of itself: https://www.w3.org/TR/geolocation/#position_error_interface */
function failure(error: unknown): string {
  const code = error instanceof GeolocationPositionError ? error.code : 0;
  return CODES[code] ?? 'error';
}

/** The callbacks of a call with ours around them; a callback for failures is noted as the argument, or that there is none. */
function around(args: readonly unknown[], use: NotedUse): unknown[] {
  const [succeed, fail, ...rest] = args;
  const succeeded = (position: unknown) => {
    use.read('position');
    if (typeof succeed === 'function') natives.apply(succeed, undefined, [position]);
  };
  const failed = (error: unknown) => {
    use.read(failure(error));
    if (typeof fail === 'function') natives.apply(fail, undefined, [error]);
  };
  return [succeeded, failed, ...rest];
}

/** Where the visitor is. */
export const geolocation: Input = (log) => {
  const watch = (what: 'getCurrentPosition' | 'watchPosition') =>
    replaceMethod(Geolocation.prototype, what, (native, self, args) => {
      const [succeed, fail] = args;
      const isSound =
        typeof succeed === 'function' &&
        (typeof fail === 'function' || fail === undefined || fail === null);
      const use = isSound
        ? log.use('geolocation', { what, argument: fail ?? null, handler: succeed })
        : null;
      return natives.apply(native, self, use ? around(args, use) : args);
    });
  return undoAll([watch('getCurrentPosition'), watch('watchPosition')]);
};
