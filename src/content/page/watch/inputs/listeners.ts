import type { InputName } from '../../../../model/watch/watched.ts';
import * as natives from '../../natives.ts';
import { replaceMethod } from '../../patches.ts';
import { watchNatives } from '../watchNatives.ts';
import type { Input } from './input.ts';

/** The input that an event belongs to, if it is one that triggers wait for. */
function inputOf(type: string): InputName | null {
  switch (type) {
    case 'mouseleave':
    case 'mouseout':
    case 'pointerleave':
    case 'pointerout':
      return 'pointer leaving';
    case 'visibilitychange':
      return 'visibility';
    default:
      return null;
  }
}

/** The events in which pages begin with their triggers, besides those of the widget. */
const BEGINNINGS: readonly string[] = ['load', 'DOMContentLoaded', 'pageshow'];

/** What the site listens for, and the code that it begins with. */
export const listeners: Input = (log) =>
  replaceMethod(EventTarget.prototype, 'addEventListener', (native, self, args) => {
    const [type, listener] = args;
    if (typeof type === 'string') {
      const input = inputOf(type);
      if (input) log.use(input, { what: 'addEventListener', argument: type, handler: listener });
      else if (watchNatives.indexOf(type, 'lcw:') === 0) log.listens(listener);
      else if (BEGINNINGS.includes(type)) log.caller('addEventListener', listener);
    }
    return natives.apply(native, self, args);
  });
