import type { Source } from '../../watch/watched.ts';
import { lineAt, readSource } from '../code.ts';
import { type Evidence, foundIn, type Rule } from '../rule.ts';

/** "2 or more", "at least 2", "from the 2nd": all of them mean >= 2. */
const FROM =
  /\b(\d+)\s+(?:or more|and more|times or more|visits or more)|\bat least\s+(\d+)|\b>=\s*(\d+)/gi;
/** "more than 2", "over 2" mean > 2. */
const ABOVE = /\b(?:more than|over|above)\s+(\d+)/gi;

const numbers = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap((found) => found.slice(1).filter((one) => one !== undefined));

/** The comparisons of a source that a comment of it contradicts by one. */
function contradicted(source: Source): readonly Evidence[] {
  const read = readSource(source);
  const from = numbers(read.comments, FROM);
  const above = numbers(read.comments, ABOVE);
  return [...read.code.matchAll(/>(=?)\s*(\d+)\b/g)]
    .filter(([, equal, number = '']) => (equal === '' ? from : above).includes(number))
    .filter(([, equal, number = '']) => !(equal === '' ? above : from).includes(number))
    .map(({ index }) => lineAt(read, index));
}

/** A counter of visits is compared with one visit more or less than the comment beside it says. */
export const visitsOffByOne: Rule = {
  name: 'visitsOffByOne',
  look: ({ watched: { sources } }) =>
    foundIn(sources.filter(({ text }) => /visit|count|times/i.test(text)).flatMap(contradicted)),
};
