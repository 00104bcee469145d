import type { Subject } from './subjects.ts';

/** One line of the table: what was measured of each, and what our goal is. */
export interface Row {
  readonly what: string;
  readonly unit: string;
  /** What was measured; what is absent cannot be measured of that one. */
  readonly values: Readonly<Partial<Record<Subject['name'], number>>>;
  /** Ours to `against`, as `Comparison` tells it where there was more than one round. */
  readonly ratio: number | null;
  readonly spread?: readonly [low: number, high: number];
  readonly against: Subject['name'] | null;
  /** In words; null for what is only told. */
  readonly goal: string | null;
  readonly met: boolean | null;
  /** What else a reader should know. */
  readonly note?: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] =
    sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

/** How ours compares with another, over all rounds. */
export interface Comparison {
  readonly ratio: number;
  /** Between which two values the ratios are that `ratio` is the mean of: far apart on a busy machine. */
  readonly spread: readonly [low: number, high: number];
}

/**
 * Compares ours with theirs round by round, by the middle half of the ratios: both sides of a round are measured one soon after the other,
 * so that a machine that is busy for a while slows down both.
 */
export function compare(ours: readonly number[], theirs: readonly number[]): Comparison {
  const ratios = ours
    .map((value, round) => value / (theirs[round] ?? Number.NaN))
    .toSorted((a, b) => a - b);
  const quarter = Math.floor(ratios.length / 4);
  const middle = ratios.slice(quarter, ratios.length - quarter);
  return {
    ratio: middle.reduce((sum, ratio) => sum + ratio, 0) / middle.length,
    spread: [ratios[quarter] ?? Number.NaN, ratios[ratios.length - 1 - quarter] ?? Number.NaN],
  };
}

/** A goal of the form "at most so many times as much as that one". */
export const atMost = (
  { ratio, spread }: Comparison,
  most: number,
  against: Subject['name'],
): Pick<Row, 'ratio' | 'spread' | 'against' | 'goal' | 'met'> => ({
  ratio,
  spread,
  against,
  goal: `≤ ${most} × ${against}`,
  met: ratio <= most,
});

/** A row of which ours is held against a limit; null for one that is only told. */
export function withGoal(
  what: string,
  unit: string,
  values: Row['values'],
  most: number | null,
): Row {
  const { ours = Number.NaN } = values;
  return {
    what,
    unit,
    values,
    ratio: null,
    against: null,
    goal: most === null ? null : `≤ ${most} ${unit}`,
    met: most === null ? null : ours <= most,
  };
}
