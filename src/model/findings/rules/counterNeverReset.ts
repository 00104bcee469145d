import type { Source } from '../../watch/watched.ts';
import { lineAt, readSource } from '../code.ts';
import { type Evidence, foundIn, type Rule } from '../rule.ts';

/** Something that is stored and was one less before. */
const COUNTS = /(?:document\.cookie\s*=|setItem\s*\()[^;\n]*(?:\+\s*1\b|\+\+|visit|count|times)/i;
/** Code that ends the counting: an old date, no age, nothing, or zero. */
const RESETS =
  /removeItem|max-age\s*=\s*['"]?\s*(?:0|-)|expires\s*=\s*[^;]*(?:19\d\d|new Date\(0\))|(?:setItem\s*\([^)]*|=\s*)['"]?0['"]?\s*[);]|\b(?:delete|reset|clear|erase|remove)\w*Cookie/i;

function neverReset(source: Source): readonly Evidence[] {
  const read = readSource(source);
  const counts = COUNTS.exec(read.code);
  const isTrigger = /startProactiveChat/.test(read.code) && />=?\s*\d/.test(read.code);
  return counts && isTrigger && !RESETS.test(read.code) ? [lineAt(read, counts.index)] : [];
}

/** A counter of visits goes on after the invite, so that every page from then on offers one. */
export const counterNeverReset: Rule = {
  name: 'counterNeverReset',
  look: ({ watched: { sources } }) => foundIn(sources.flatMap(neverReset)),
};
