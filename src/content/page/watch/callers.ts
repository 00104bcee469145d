import { type CodePlace, MAX_FILE } from '../../../model/watch/watched.ts';
import * as natives from '../natives.ts';
import { watchNatives } from './watchNatives.ts';

/** Frames deep enough to get out of our own code and through a library or two. */
const DEPTH = 16;

/**
 * `…(file:line:column)`, `at file:line:column` and `name@file:line:column`: all of them end like this.
 * An address may have brackets and an @ in it, but no space, as SpiderMonkey's for evaluated code have. Scripts of ours can be `<anonymous code>`.
 */
const PLACE = /(?:\(|@|at (?:async )?)([a-z][a-z0-9+.-]*:\S*?|<[^()@]*?):(\d+):(\d+)\)?$/i;

/** The address of a script as places name it: without the fragment, which is not the same all the time. */
export function fileOf(address: string): string {
  const end = watchNatives.indexOf(address, '#');
  return watchNatives.slice(address, 0, end < 0 || end > MAX_FILE ? MAX_FILE : end);
}

/** The place that one line of a stack trace names; null if it names none, as for natives and evaluated code. */
export function placeIn(line: string): CodePlace | null {
  const found = natives.exec(PLACE, line);
  return found && found[1] !== undefined
    ? {
        file: fileOf(found[1]),
        line: Number(found[2]),
        column: Number(found[3]),
      }
    : null;
}

const { Error: NativeError } = watchNatives;

/**
 * A stack trace, in which the page has no part as long as that can be helped: V8 lets pages say how long
 * traces are and what they look like, see https://v8.dev/docs/stack-trace-api. '' if the page has made that
 * final, and its code fails.
 */
function trace(): string {
  const limit = natives.getOwnPropertyDescriptor(NativeError, 'stackTraceLimit');
  const prepare = natives.getOwnPropertyDescriptor(NativeError, 'prepareStackTrace');
  if (limit?.writable) NativeError.stackTraceLimit = DEPTH;
  if (prepare?.configurable) watchNatives.deleteProperty(NativeError, 'prepareStackTrace');
  try {
    return `${new NativeError().stack}`;
  } catch {
    return '';
  } finally {
    if (prepare?.configurable) natives.defineProperty(NativeError, 'prepareStackTrace', prepare);
    if (limit?.writable) natives.defineProperty(NativeError, 'stackTraceLimit', limit);
  }
}

function placesIn(stack: string): readonly CodePlace[] {
  const places: CodePlace[] = [];
  const lines = watchNatives.split(stack, '\n');
  for (let index = 0; index < lines.length; index++) {
    const place = placeIn(lines[index] ?? '');
    if (place) places[places.length] = place;
  }
  return places;
}

/** Where in the page's code a call comes from. */
export interface Caller {
  readonly by: CodePlace;
  /** Whether all code of the page that it comes from is in that file; if not, the file may be a library. */
  readonly isOneFile: boolean;
}

/** Where in the page's code a trace comes from that begins in this file; null if it comes from nowhere in it. */
function callerIn(stack: string): Caller | null {
  const places = placesIn(stack);
  // A trace begins in this file, under whatever name the browser or a driver knows it.
  const ours = places[0]?.file;
  let by: CodePlace | null = null;
  for (let index = 1; index < places.length; index++) {
    const place = places[index];
    if (!place || place.file === ours) continue;
    if (by && place.file !== by.file) return { by, isOneFile: false };
    by ??= place;
  }
  return by && { by, isOneFile: true };
}

/** What was found in traces before: code that calls once does so again, and to read a trace takes longer than to make it. */
const callers = natives.ownMap<string, { readonly caller: Caller | null }>();
const MOST_CALLERS = 1_000;
/** Longer traces, as of scripts with their text in the address, are not kept, in characters. */
const LONGEST_KEPT = 8_000;
let callersKept = 0;

/** Where in the page's code the call under way comes from; null if it comes from nowhere in it. */
export function caller(): Caller | null {
  const stack = trace();
  const known = callers.get(stack);
  if (known) return known.caller;
  const found = callerIn(stack);
  if (stack.length <= LONGEST_KEPT && callersKept++ < MOST_CALLERS)
    callers.set(stack, { caller: found });
  return found;
}

/** The place that the stack of an error begins with; null if it has none. Reading it runs code of the page at worst. */
export function placeOf(error: unknown): CodePlace | null {
  try {
    const stack: unknown = error instanceof NativeError ? error.stack : null;
    return typeof stack === 'string' ? (placesIn(stack)[0] ?? null) : null;
  } catch {
    return null;
  }
}
