import {
  MAX_PARTS,
  MAX_SAMPLE,
  MAX_SAMPLES,
  type Sample,
  type SampleType,
  UNKNOWN,
} from '../../../model/watch/watched.ts';
import * as natives from '../natives.ts';
import { watchNatives } from './watchNatives.ts';

const cut = (text: string): string =>
  text.length > MAX_SAMPLE ? `${watchNatives.slice(text, 0, MAX_SAMPLE - 1)}…` : text;

function typeOf(value: unknown): SampleType {
  if (value === null) return 'null';
  const type = typeof value;
  return type === 'bigint' || type === 'symbol' ? 'other' : type;
}

/** How many characters may still be kept; pictures that are taken together share it. */
export interface Room {
  left: number;
}

export const roomForAll = (): Room => ({ left: MAX_SAMPLES });

/** The own properties of an object, of which nothing is called: what a getter would give stays unknown. */
function partsOf(object: object, depth: number, room: Room): Readonly<Record<string, Sample>> {
  const parts: Record<string, Sample> = {};
  const keys = watchNatives.ownKeys(object);
  let count = 0;
  for (let index = 0; index < keys.length && count < MAX_PARTS && room.left > 0; index++) {
    const key = keys[index];
    if (typeof key !== 'string') continue;
    const descriptor = natives.getOwnPropertyDescriptor(object, key);
    if (!descriptor?.enumerable) continue;
    const name = cut(key);
    room.left -= name.length;
    natives.defineProperty(parts, name, {
      value: 'value' in descriptor ? sample(descriptor.value, depth - 1, room) : UNKNOWN,
      enumerable: true,
    });
    count++;
  }
  return parts;
}

/** Whether a value is a list; of a Proxy that was revoked not even that can be asked. */
function isList(value: unknown): boolean {
  try {
    return watchNatives.isArray(value);
  } catch {
    return false;
  }
}

function textOf(value: unknown, type: SampleType): string {
  switch (type) {
    case 'function':
      return 'function';
    case 'object':
      return isList(value) ? 'array' : 'object';
    case 'other':
      return typeof value;
    default:
      return cut(`${value}`);
  }
}

/** A picture of a value of the page, in which no code of the page has a part; its properties so many levels deep. */
export function sample(value: unknown, depth = 0, room = roomForAll()): Sample {
  const type = typeOf(value);
  const text = textOf(value, type);
  room.left -= text.length;
  if (depth === 0 || typeof value !== 'object' || value === null) return { type, text };
  try {
    // It has no properties of its own, and would look like an empty object.
    if (watchNatives.prototypeOf(value) === watchNatives.promisePrototype)
      return { type, text: 'promise', parts: {} };
    const parts = partsOf(value, depth, room);
    // Half of what is deepest would look as if the page had left the other half out.
    if (depth === 1 && room.left <= 0) return { type, text };
    return { type, text, parts };
  } catch {
    // A Proxy of the page that does not want to be looked at.
    return { type, text };
  }
}

/** What was thrown, in the words of its error. */
export function thrown(error: unknown): string {
  try {
    return cut(`${error}`);
  } catch {
    return 'error';
  }
}
