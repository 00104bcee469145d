import * as v from 'valibot';
import { MAX_ITEMS } from '../library/library.ts';
import { runProblems } from '../runs/problems.ts';
import { scenarioProblems } from '../scenarios/problems.ts';
import { type Text, text } from '../text.ts';
import { visitorProblems } from '../visitor/visitor.ts';
import { type FormProblem, formProblem } from './issueText.ts';
import {
  dataOf,
  type JsonNode,
  type JsonPath,
  type Position,
  positionOf,
  readJson,
  startOf,
} from './json.ts';
import { migrate } from './migrations.ts';
import { MAX_PACK_LENGTH, PACK_FORMAT, PACK_VERSION, type Pack } from './pack.ts';
import { packSchema } from './schema.ts';

/** What is wrong with a pack, and where in its text. `field` is empty where the text as a whole is at fault. */
export interface PackProblem extends Position {
  readonly field: string;
  readonly text: Text;
}

export type PackReading = { readonly pack: Pack } | { readonly problems: readonly PackProblem[] };

/** The names that lead to a part, as a person counts: `scenarios 2 › invite › context 1 › key`. */
export const fieldName = (path: JsonPath): string =>
  path.reduce<string>(
    (before, key) =>
      typeof key === 'number'
        ? `${before} ${key + 1}`
        : (before && `${before} › ${key}`) || String(key),
    '',
  );

const partsOf = (path: string): JsonPath =>
  path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function versionProblem(value: unknown): FormProblem | null {
  if (!isObject(value) || !Object.hasOwn(value, 'format') || value.format !== PACK_FORMAT)
    return { path: isObject(value) ? ['format'] : [], text: text('packNone', PACK_FORMAT) };
  const { version } = value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return { path: ['version'], text: text('packNoVersion', PACK_VERSION) };
  return version > PACK_VERSION
    ? { path: ['version'], text: text('packNewer', version, PACK_VERSION) }
    : null;
}

/** Ids that stand in a list twice, at their second place. */
function idsTwice(list: string, items: readonly { readonly id: string }[]): readonly FormProblem[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    const isTwice = seen.has(id);
    seen.add(id);
    return isTwice ? [{ path: [list, index, 'id'], text: text('packIdTwice', id) }] : [];
  });
}

const senseProblems = ({ scenarios, visitors, runs }: Pack): readonly FormProblem[] => [
  ...idsTwice('scenarios', scenarios),
  ...idsTwice('visitors', visitors),
  ...idsTwice('runs', runs),
  ...scenarios.flatMap((scenario, index) =>
    scenarioProblems(scenario).map((problem) => ({
      path: ['scenarios', index, ...partsOf(problem.path)],
      text: problem.text,
    })),
  ),
  ...visitors.flatMap(({ visitor }, index) =>
    visitorProblems(visitor).map((problem) => ({
      path: ['visitors', index, 'visitor', ...partsOf(problem.path)],
      text: problem.text,
    })),
  ),
  ...runs.flatMap((run, index) =>
    runProblems(run).map((problem) => ({
      path: ['runs', index, ...partsOf(problem.path)],
      text: problem.text,
    })),
  ),
];

/** Lists are counted before they are looked through, however long a hostile one is. */
const tooMany = (value: Readonly<Record<string, unknown>>): readonly FormProblem[] =>
  ['scenarios', 'visitors', 'runs'].flatMap((list) => {
    const items = value[list];
    return Array.isArray(items) && items.length > MAX_ITEMS
      ? [{ path: [list], text: text('problemTooMany', MAX_ITEMS) }]
      : [];
  });

function checked(value: unknown): { pack: Pack } | { found: readonly FormProblem[] } {
  const unfit = versionProblem(value);
  if (unfit) return { found: [unfit] };
  if (!isObject(value)) throw new TypeError('A pack with a version is an object.');
  const migrated = migrate(value, Number(value.version), PACK_VERSION);
  const many = tooMany(migrated);
  if (many.length > 0) return { found: many };
  const parsed = v.safeParse(packSchema, migrated);
  if (!parsed.success) return { found: parsed.issues.map(formProblem) };
  const found = senseProblems(parsed.output);
  return found.length > 0 ? { found } : { pack: parsed.output };
}

/** How many problems are told at the most: a hostile file may have more than anybody reads. */
const MOST_PROBLEMS = 20;

/** Problems with their places in a text, in the order of these. */
function placed(
  json: string,
  node: JsonNode,
  found: readonly FormProblem[],
): readonly PackProblem[] {
  return found
    .map(({ path, text }) => ({ start: startOf(node, path), field: fieldName(path), text }))
    .toSorted((a, b) => a.start - b.start)
    .slice(0, MOST_PROBLEMS)
    .map(({ start, field, text }) => ({ ...positionOf(json, start), field, text }));
}

/**
 * Reads the text of a pack of any version: the pack, or the first things that are wrong with it, in the order of its lines.
 * It takes only what could be used as it is, and changes nothing.
 */
export function readPack(written: string): PackReading {
  // Some editors begin a file with a byte order mark.
  const json = written.replace(/^\ufeff/, '');
  const whole = { line: 1, column: 1, field: '' };
  if (json.trim() === '') return { problems: [{ ...whole, text: text('packEmpty') }] };
  if (json.length > MAX_PACK_LENGTH) {
    return { problems: [{ ...whole, text: text('packTooLong', MAX_PACK_LENGTH, json.length) }] };
  }
  const read = readJson(json);
  if ('fault' in read) {
    const { start, text } = read.fault;
    return { problems: [{ ...positionOf(json, start), field: '', text }] };
  }
  const result = checked(dataOf(read.node));
  if ('pack' in result) return result;
  return { problems: placed(json, read.node, result.found) };
}
