import type { Source } from '../../watch/watched.ts';
import { findAll, lineAt, readSource } from '../code.ts';
import { commentsOnVisits, countsCompared, isOneLess } from '../counters.ts';
import { type Evidence, foundIn, type Rule } from '../rule.ts';

/** "2 or more", "at least 2": both mean >= 2. */
const FROM =
  /\b(\d{1,4}) (?:or more|and more|(?:times|visits) or more)|\bat least (\d{1,4})\b|>= ?(\d{1,4})\b/gi;
/** "more than 2", "over 2" mean > 2. */
const ABOVE = /\b(?:more than|over|above) (\d{1,4})\b|> ?(\d{1,4})\b/gi;

const numbers = (texts: readonly string[], pattern: RegExp): readonly number[] =>
  texts
    .flatMap((text) => findAll(text, pattern))
    .flatMap(([, ...found]) => found.filter((one) => one !== undefined).map(Number));

/** The comparisons of a source that a comment of it contradicts by one. */
function contradicted(source: Source): readonly Evidence[] {
  const read = readSource(source);
  const comments = commentsOnVisits(read);
  if (comments.length === 0) return [];
  const from = numbers(comments, FROM);
  const above = numbers(comments, ABOVE);
  return countsCompared(read)
    .filter(({ operator, number, operand }) => {
      if (operator === '>') return from.includes(number) && !above.includes(number);
      // Of visits before this one, two are more than two with it.
      const isWrong = operator === '>=' && above.includes(number) && !from.includes(number);
      return isWrong && !isOneLess(read, operand);
    })
    .map(({ index }) => lineAt(read, index));
}

/** A counter of visits is compared with one visit more or less than the comment beside it says. */
export const visitsOffByOne: Rule = {
  name: 'visitsOffByOne',
  look: ({ watched: { sources } }) => foundIn(sources.flatMap(contradicted)),
};
