import type { Examined, Rule } from '../../../../src/model/findings/rule.ts';
import type { WidgetState } from '../../../../src/model/report.ts';
import type {
  CodePlace,
  InputUse,
  PageFault,
  Sample,
  SdkUse,
  Source,
  Watched,
} from '../../../../src/model/watch/watched.ts';

export const PAGE = 'https://shop.example/products.html';
/** When the pages of these tests were loaded, in ms since 1970. */
export const START = Date.UTC(2026, 11, 24, 18);

export const at = (line: number, column = 5): CodePlace => ({ file: PAGE, line, column });

/** A picture of a value, two levels deep, as the page world makes one of a context. */
export function sampleOf(value: unknown, depth = 2): Sample {
  if (value === null) return { type: 'null', text: 'null' };
  if (typeof value === 'function') return { type: 'function', text: 'function' };
  if (typeof value !== 'object') {
    const type = typeof value;
    return type === 'bigint' || type === 'symbol'
      ? { type: 'other', text: type }
      : { type, text: String(value) };
  }
  const text = Array.isArray(value) ? 'array' : 'object';
  if (depth === 0) return { type: 'object', text };
  const parts = Object.entries(value).map(([key, part]) => [key, sampleOf(part, depth - 1)]);
  return { type: 'object', text, parts: Object.fromEntries(parts) };
}

/** A page that was watched from the start and on which nothing has happened. */
export const watched = (parts: Partial<Watched> = {}): Watched => ({
  at: START,
  isFromStart: true,
  loadedAt: START,
  sdkUses: [],
  contexts: [],
  events: [],
  inputs: [],
  timers: [],
  faults: [],
  replaced: [],
  lostScripts: [],
  refusals: [],
  sources: [],
  invites: [],
  isCut: false,
  ...parts,
});

export const READY: WidgetState = { state: 'ready', seenLate: false, chatActive: false };

/** The same with its widget, which is ready. */
export const page = (
  parts: Partial<Watched> = {},
  around: Partial<Omit<Examined, 'watched'>> = {},
): Examined => ({
  watched: watched(parts),
  widget: READY,
  now: START,
  ...around,
});

/** A script in the HTML of the page; its place in there is known. */
export const source = (text: string, parts: Partial<Source> = {}): Source => ({
  file: PAGE,
  firstLine: 10,
  text,
  ...parts,
});

/** A page with such scripts. */
export const code = (...texts: readonly string[]): Examined =>
  page({ sources: texts.map((text) => source(text)) });

/** A call of the SDK with these arguments. */
export const sdkUse = (
  method: SdkUse['method'],
  args: readonly unknown[] = [],
  parts: Partial<SdkUse> = {},
): SdkUse => ({
  method,
  args: args.map((argument) => sampleOf(argument)),
  by: at(20),
  ending: { returned: sampleOf(undefined) },
  isReady: true,
  ignored: null,
  at: START,
  ...parts,
});

/** An invite as it should be. */
export const invite = (parts: Partial<SdkUse> = {}): SdkUse =>
  sdkUse('startProactiveChat', [{ message: 'May we help?' }, false, { inNewWindow: false }], parts);

/** What a context provider gave that was set at line 20. */
export const given = (context: unknown): Watched['contexts'][number] => ({
  ending: { returned: sampleOf(context) },
  by: at(20),
  at: START,
});

/** The same of one that threw. */
export const threw = (error: string): Watched['contexts'][number] => ({
  ending: { threw: error },
  by: at(20),
  at: START,
});

/** A use of an input by the trigger; what was used with what, and what was read. */
export const use = (
  input: InputUse['input'],
  what: string,
  parts: Partial<InputUse> = {},
): InputUse => ({
  input,
  what,
  argument: null,
  value: null,
  by: at(12),
  isTrigger: true,
  times: 1,
  at: START,
  ...parts,
});

/** An exception in trigger code. */
export const fault = (
  name: string,
  message: string,
  parts: Partial<PageFault> = {},
): PageFault => ({
  name,
  message,
  by: at(12),
  isTrigger: true,
  isReady: true,
  neverRan: name === 'SyntaxError' ? 'seen' : null,
  at: START,
  ...parts,
});

/** What a rule finds: its evidence as `line: value`, or null. */
export function lookedAt(rule: Rule, examined: Examined): readonly string[] | null {
  const found = rule.look(examined);
  const words = found?.evidence.map(({ at: place, value }) => `${place?.line ?? '?'}: ${value}`);
  return words ?? null;
}
