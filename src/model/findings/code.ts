import type { Source } from '../watch/watched.ts';
import type { Evidence } from './rule.ts';

/*
 * Code of a page as rules read it. It is looked at as text, not parsed: what was written in the page may not
 * even be JavaScript. So rules look for what people write, and say nothing where they are not sure.
 */

/** A source in two readings that keep its lines: its code without comments, and its comments without code. */
export interface ReadSource {
  readonly source: Source;
  readonly code: string;
  readonly comments: string;
}

/** Comments, and before them what only looks like one: strings and templates. Regular expressions are rare here. */
const PIECES =
  /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|<!--[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g;

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
const isComment = (piece: string): boolean => /^(?:\/[/*]|<!--)/.test(piece);

/** Tells the code of a source from its comments. */
export function readSource(source: Source): ReadSource {
  const { text } = source;
  const code = text.replace(PIECES, (piece) => (isComment(piece) ? blank(piece) : piece));
  let comments = '';
  let end = 0;
  for (const found of text.matchAll(PIECES)) {
    if (!isComment(found[0])) continue;
    comments += blank(text.slice(end, found.index)) + found[0];
    end = found.index + found[0].length;
  }
  return { source, code, comments: comments + blank(text.slice(end)) };
}

/** The line of a source that an index of its text is in, as evidence. */
export function lineAt({ source }: ReadSource, index: number): Evidence {
  const before = source.text.slice(0, index).split('\n');
  const value = (source.text.split('\n')[before.length - 1] ?? '').trim();
  const { file, firstLine } = source;
  // What code it is, is known; in which line of its file, is not.
  if (firstLine === null) return { value, at: null };
  const column = (before.at(-1)?.length ?? 0) + 1;
  return { value, at: { file, line: firstLine + before.length - 1, column } };
}

/** The lines of code in which a pattern is found; `pattern` must be global. */
export const linesWith = (sources: readonly Source[], pattern: RegExp): readonly Evidence[] =>
  sources
    .map(readSource)
    .flatMap((read) => [...read.code.matchAll(pattern)].map(({ index }) => lineAt(read, index)));
