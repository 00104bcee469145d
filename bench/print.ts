import type { Row } from './row.ts';

const NAMES = ['native', 'ours', 'fake-timers', 'playwright'] as const;

function shown(value: number | undefined): string {
  if (value === undefined) return '–';
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return String(Math.round(value));
  return value.toPrecision(3);
}

const ratioOf = ({ ratio, spread }: Row): string =>
  [
    ratio === null ? '' : ratio.toFixed(2),
    ...(spread ? [`(${spread.map((value) => value.toFixed(2)).join('–')})`] : []),
  ].join(' ');

const verdict = ({ met }: Row): string => (met === null ? '' : met ? 'met' : 'MISSED');

/** The rows as a table for people. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.unit === '' ? row.what : `${row.what}, ${row.unit}`,
    ...NAMES.map((name) => shown(row.values[name])),
    ratioOf(row),
    row.goal ?? '',
    verdict(row),
  ]);
  const all = [['', ...NAMES, 'ratio', 'goal', ''], ...lines];
  const widths = all[0]?.map((_, column) =>
    Math.max(...all.map((line) => line[column]?.length ?? 0)),
  );
  const text = all.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const notes = rows.flatMap(({ what, note }) => (note ? [`  ${what}: ${note}`] : []));
  notes.push(
    '  ratio: the mean of the middle half of the ratios of single rounds, and between which two values that half is. On a quiet machine these are close.',
  );
  return [...text, ...notes].join('\n');
}
