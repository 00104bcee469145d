import type { Condition } from '../conditions/index.ts';
import { findAll, type ReadSource, turnsBack } from './code.ts';

const INSTANT =
  /(?:new Date|Date\.parse)\(\s{0,20}(?:'([^'\n]{1,60})'|"([^"\n]{1,60})")\s{0,20}\)(?:\.(?:getTime|valueOf)\(\))?/g;

/** An instant that code has, and where. */
interface Instant {
  /** ms since 1970. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Whether a source has instants: then it is known what it compares the time with. */
export const hasInstants = (read: ReadSource): boolean => instantsIn(read).length > 0;

const instantsIn = ({ code }: ReadSource): readonly Instant[] =>
  findAll(code, INSTANT)
    .map((found) => {
      const [all, single, double] = found;
      const from = found.index;
      return { at: Date.parse(single ?? double ?? ''), from, to: from + all.length };
    })
    .filter(({ at }) => Number.isFinite(at));

/** What stands before something that is compared: the time of now, and whether it is to be more or less. */
const MORE_BEFORE = /[^=<>]>=?\s{0,20}$/;
const LESS_BEFORE = /[^=<>]<=?\s{0,20}$/;
const MORE_BEHIND = /^\s{0,20}<=?[^<]/;
const LESS_BEHIND = /^\s{0,20}>=?[^>]/;
/** How much is looked at before what is compared. */
const BEFORE = 30;

/** Whether code asks for a later time than what stands between two indexes, or an earlier; null if it does not compare it. */
function wantedAt(read: ReadSource, from: number, to: number): 'later' | 'earlier' | null {
  const before = read.code.slice(Math.max(0, from - BEFORE), from);
  const behind = read.code.slice(to, to + BEFORE);
  const isMore = MORE_BEFORE.test(before) || MORE_BEHIND.test(behind);
  const isLess = LESS_BEFORE.test(before) || LESS_BEHIND.test(behind);
  if (isMore === isLess) return null;
  return isMore === turnsBack(read, to) ? 'earlier' : 'later';
}

const GIVEN_TO = /(?<![\w$.])([A-Za-z_$][\w$]{0,60})\s{0,20}=\s{0,20}$/;
/** How much is looked at before an instant for the variable that it is given to. */
const BEFORE_VALUE = 110;

/** The same of an instant, or of the variable that it is given to. */
function wanted(read: ReadSource, { from, to }: Instant): 'later' | 'earlier' | null {
  const direct = wantedAt(read, from, to);
  if (direct) return direct;
  const [, name] = GIVEN_TO.exec(read.code.slice(Math.max(0, from - BEFORE_VALUE), from)) ?? [];
  if (name === undefined) return null;
  const uses = findAll(
    read.code,
    new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])(?:\\.getTime\\(\\))?`, 'g'),
  );
  for (const found of uses) {
    const asked = wantedAt(read, found.index, found.index + found[0].length);
    if (asked) return asked;
  }
  return null;
}

const DAY = 86_400_000;

const between = (start: number, end: number): Condition => ({
  type: 'dateWindow',
  start: new Date(start).toISOString(),
  end: new Date(end).toISOString(),
});

/** The time that a source asks for: between two instants, or after or before a single one; `now` in ms since 1970. */
export function timeAskedOf(read: ReadSource, now: number): Condition | null {
  const [first, second] = instantsIn(read);
  if (!first) return null;
  if (second) return second.at > first.at ? between(first.at, second.at) : null;
  switch (wanted(read, first)) {
    case 'later':
      return now > first.at ? null : between(first.at, first.at + DAY);
    case 'earlier':
      return now < first.at ? null : between(first.at - DAY, first.at);
    default:
      return null;
  }
}
