import type { Source } from '../../watch/watched.ts';
import { findAll, lineAt, type ReadSource, readSource } from '../code.ts';
import { countsCompared, countsVisits, isSetBack, writesOf } from '../counters.ts';
import { type Evidence, foundIn, type Rule } from '../rule.ts';

/** Code that ends the counting by taking the counter away. */
const TAKES_AWAY =
  /removeItem|Storage\.clear\s{0,20}\(|delete\s{1,20}(?:window\.)?(?:local|session)Storage|Cookies\.(?:remove|expire)/;
/** The same by letting a cookie expire: no age, or a day long gone. */
const HAS_NO_AGE = /max-age\s{0,20}=['"`+\s]{0,20}(?:0(?!\d)|-)/i;
const LONG_GONE = /\b19[67]\d\b|Date\([01]\)|setTime\([01]\)/;
/** The same in a function that says so. */
const CALL = /(?<![\w$])([\w$]{1,60})\s{0,20}\(/g;
const RESETS =
  /(?:delete|reset|clear|erase|remove|expire)\w*(?:cookie|visit|count|times|item|storage)/i;
/** A statement that writes nothing, zero or less, which is not what stands in for a counter that is not there. */
const WRITES_NOTHING = /(?<![\w.]|[|?]\s?)-?0(?![\w.])|-\s?\d|(?<![|?]\s?)(?:''|"")/;
/** What code remembers so that it offers once only. */
const REMEMBERS_OFFER = /offer|shown|invit|dismiss|asked|prompt|once|done|last/i;

/** Whether there is something that keeps the counter from going on for ever. */
function endsSomewhere(read: ReadSource): boolean {
  const { code } = read;
  const writes = writesOf(read);
  return (
    TAKES_AWAY.test(code) ||
    HAS_NO_AGE.test(code) ||
    (/expires/i.test(code) && LONG_GONE.test(code)) ||
    code.includes('sessionStorage') ||
    findAll(code, CALL).some(([, name = '']) => RESETS.test(name)) ||
    writes.some(({ statement }) => WRITES_NOTHING.test(statement)) ||
    writes.some(({ statement }) => REMEMBERS_OFFER.test(statement)) ||
    isSetBack(read)
  );
}

function neverReset(source: Source): readonly Evidence[] {
  const read = readSource(source);
  if (!read.bare.includes('startProactiveChat') || !countsVisits(read)) return [];
  const write = writesOf(read).find(({ isOfVisits }) => isOfVisits);
  // Who asks for one number only, offers once.
  const isTrigger = countsCompared(read).some(({ operator }) => operator !== '=');
  return write && isTrigger && !endsSomewhere(read) ? [lineAt(read, write.index)] : [];
}

/** A counter of visits goes on after the invite, so that every page from then on offers one. */
export const counterNeverReset: Rule = {
  name: 'counterNeverReset',
  look: ({ watched: { sources } }) => foundIn(sources.flatMap(neverReset)),
};
