import type { Source } from '../watch/watched.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type Evidence, MOST_EVIDENCE } from './rule.ts';

/*
 * Code of a page as rules read it. It is looked at as text, not parsed: what was written in the page may not
 * even be JavaScript. So rules look for what people write, and say nothing where they are not sure. Their
 * patterns take no longer than the text: repetitions are bounded, or cannot begin in the midst of a word.
 */

/** A source in readings of the same length, so that an index of one is the same place in all. */
export interface ReadSource {
  readonly source: Source;
  /** Without comments. */
  readonly code: string;
  /** Without comments, and with nothing in its quotes. */
  readonly bare: string;
  /** What its comments say, without anything else. */
  readonly comments: string;
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** A comment without the signs that make it one. */
const saidBy = (comment: string): string =>
  comment.replace(/^(?:\/[/*]+|<!--)|\*\/$|-->$|(?<=\n)[ \t]{0,80}\*/g, blank);

function reading(text: string, pieces: readonly Piece[], kinds: readonly Piece['kind'][]): string {
  return pieces
    .map(({ kind, from, to }) => {
      const piece = text.slice(from, to);
      if (!kinds.includes(kind)) return blank(piece);
      return kind === 'comment' ? saidBy(piece) : piece;
    })
    .join('');
}

/** The popup reads the same sources every second. */
const known = new WeakMap<Source, ReadSource>();

/** Tells the code of a source from its texts and comments. */
export function readSource(source: Source): ReadSource {
  const before = known.get(source);
  if (before) return before;
  const { text } = source;
  const pieces = piecesOf(text);
  const read = {
    source,
    code: reading(text, pieces, ['code', 'text']),
    bare: reading(text, pieces, ['code']),
    comments: reading(text, pieces, ['comment']),
  };
  known.set(source, read);
  return read;
}

/** Comments that stand together, each as one text in one line. */
export const commentBlocks = ({ comments }: ReadSource): readonly string[] =>
  comments
    .split(/\n[ \t]*(?=\n)/)
    .map((block) => block.split(/\s+/).join(' ').trim())
    .filter((block) => block !== '');

/** The most places that are looked at in a source. */
const MOST_FOUND = 1000;

/** Where a pattern is found, in the order of the text; `pattern` must be global. */
export function findAll(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const all: RegExpExecArray[] = [];
  for (const found of text.matchAll(pattern)) {
    if (all.length === MOST_FOUND) break;
    all.push(found);
  }
  return all;
}

/** Whether there is code at an index, not what stands in a text. */
export const isCodeAt = ({ code, bare }: ReadSource, index: number): boolean =>
  bare.charAt(index) === code.charAt(index);

/** The longest line that is shown whole. */
const MAX_LINE = 120;
/** How much of a longer one, such as all of a minified script, is shown before the place that matters. */
const BEFORE_PLACE = 40;

/** The line of a source that an index of its text is in, as evidence. */
export function lineAt({ source }: ReadSource, index: number): Evidence {
  const { file, firstLine, text } = source;
  const start = text.lastIndexOf('\n', index - 1) + 1;
  const next = text.indexOf('\n', index);
  const line = text.slice(start, next < 0 ? text.length : next);
  const value = line.trim().length > MAX_LINE ? excerpt(line, index - start) : line.trim();
  // What code it is, is known; in which line of its file, is not.
  if (firstLine === null) return { value, at: null };
  const before = text.slice(0, start).split('\n').length - 1;
  return { value, at: { file, line: firstLine + before, column: index - start + 1 } };
}

function excerpt(line: string, index: number): string {
  const from = Math.max(0, index - BEFORE_PLACE);
  const piece = line.slice(from, from + MAX_LINE).trim();
  return `${from > 0 ? '…' : ''}${piece}${from + MAX_LINE < line.length ? '…' : ''}`;
}

/** The lines in which a pattern is found that begins with code; `pattern` must be global. */
export const linesWith = (sources: readonly Source[], pattern: RegExp): readonly Evidence[] =>
  sources.map(readSource).flatMap((read) =>
    findAll(read.code, pattern)
      .filter(({ index }) => isCodeAt(read, index))
      .slice(0, MOST_EVIDENCE)
      .map(({ index }) => lineAt(read, index)),
  );

/** How far behind a comparison its statement may end. */
const CONDITION = 200;
const TURNS_BACK =
  /^[^{};\n]{0,200}\)\s{0,40}\{?\s{0,40}return\s{0,40}(?:[;}]|false\b|null\b|undefined\b|$)/;

/** Whether code goes no further where the condition is true that ends behind an index: whatever it asks for, the opposite is wanted. */
export const turnsBack = ({ code }: ReadSource, index: number): boolean =>
  TURNS_BACK.test(code.slice(index, index + CONDITION));
