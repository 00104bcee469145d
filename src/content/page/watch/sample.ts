import {
  MAX_PARTS,
  MAX_SAMPLE,
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

/** The own properties of an object, of which nothing is called: what a getter would give stays unknown. */
function partsOf(object: object, depth: number): Readonly<Record<string, Sample>> {
  const parts: Record<string, Sample> = {};
  const keys = watchNatives.ownKeys(object);
  let count = 0;
  for (let index = 0; index < keys.length && count < MAX_PARTS; index++) {
    const key = keys[index];
    if (typeof key !== 'string') continue;
    const descriptor = natives.getOwnPropertyDescriptor(object, key);
    if (!descriptor?.enumerable) continue;
    natives.defineProperty(parts, cut(key), {
      value: 'value' in descriptor ? sample(descriptor.value, depth - 1) : UNKNOWN,
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
export function sample(value: unknown, depth = 0): Sample {
  const type = typeOf(value);
  const text = textOf(value, type);
  if (depth === 0 || typeof value !== 'object' || value === null) return { type, text };
  try {
    return { type, text, parts: partsOf(value, depth) };
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
