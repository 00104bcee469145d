import type { Source } from '../watch/watched.ts';
import { isCodeAt, lineAt, readSource } from './code.ts';
import { type Evidence, MOST_EVIDENCE } from './rule.ts';

/** A text with nothing in it that would have to be worked out. */
const TEXT = String.raw`'([^'\\\n]*)'|"([^"\\\n]*)"|${'`([^`\\\\$\\n]*)`'}`;
const NAME = String.raw`(?<![\w$.])([A-Za-z_$][\w$.]*)`;
/** More belongs to what stands before: a call, a property, another text. */
const ENDS = String.raw`(?![\w$]|\s{0,80}(?:[.+[(]|\?\.))`;
const BEGINS = String.raw`(?<![+]\s{0,80})`;

const COMPARED = new RegExp(
  String.raw`${NAME}${ENDS}\s{0,80}([=!])==?\s{0,80}(?:(?:${TEXT})|${NAME})${ENDS}`,
  'g',
);
const COMPARED_BACKWARDS = new RegExp(
  String.raw`${BEGINS}(?:${TEXT})\s{0,80}([=!])==?\s{0,80}${NAME}${ENDS}`,
  'g',
);
const GIVEN_TEXT = new RegExp(String.raw`${NAME}\s{0,80}=\s{0,80}(?:${TEXT})${ENDS}`, 'g');
const GIVEN_REFERRER =
  /(?<![\w$.])([A-Za-z_$][\w$]{2,})\s{0,80}=\s{0,80}(?:window\.)?document\.referrer(?![\w$]|\s{0,80}(?:[.+[(]|\?\.))/g;
const GIVEN = /(?<![\w$.])([A-Za-z_$][\w$]*)\s{0,80}=(?![=>])/g;
const TAKEN_APART =
  /\{[^{}=\n]{0,80}(?<![\w$.])referrer\b[^{}=\n:]{0,80}\}\s{0,80}=\s{0,80}(?:window\.)?document\b(?!\.)/;

const OF_PAGE = /^(?:window\.|self\.|globalThis\.)?document\.referrer$/;

/** A text that code compares the referrer with. */
export interface ReferrerCompared {
  readonly value: string;
  /** Whether the code asks that they be equal, not that they differ. */
  readonly isEqual: boolean;
  readonly line: Evidence;
}

/** What variables are given, if that is a text, and for each only one. */
function textsOf(code: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string | null>();
  for (const [, name = '', single, double, template] of code.matchAll(GIVEN_TEXT)) {
    texts.set(name, texts.has(name) ? null : (single ?? double ?? template ?? ''));
  }
  const known = [...texts].filter((entry): entry is [string, string] => entry[1] !== null);
  // An address that the page goes to is not there when it is compared.
  return new Map(known.filter(([name]) => !/(?:^|\.)location(?:\.|$)/.test(name)));
}

/** The names under which a source has the referrer, as it is. */
function referrerNames(code: string): ReadonlySet<string> {
  const given = new Map<string, number>();
  for (const [, name = ''] of code.matchAll(GIVEN)) given.set(name, (given.get(name) ?? 0) + 1);
  const names = [...code.matchAll(GIVEN_REFERRER)].map(([, name = '']) => name);
  // What is given something else as well may be anything.
  const known = names.filter((name) => given.get(name) === 1);
  return new Set(TAKEN_APART.test(code) ? [...known, 'referrer'] : known);
}

/** Tells whether a name in a source is one of the referrer, as it is. */
export function referrerIn(code: string): (name?: string) => boolean {
  const names = referrerNames(code);
  return (name = '') => OF_PAGE.test(name) || names.has(name);
}

/** The texts that code compares the referrer with, and where. */
export function comparedWithReferrer(source: Source): readonly ReferrerCompared[] {
  const read = readSource(source);
  const { code } = read;
  if (!code.includes('referrer')) return [];
  const texts = textsOf(code);
  const isReferrer = referrerIn(code);
  const found: ReferrerCompared[] = [];
  const note = (index: number, operator: string | undefined, value: string | undefined) => {
    if (value === undefined || found.length === MOST_EVIDENCE || !isCodeAt(read, index)) return;
    found.push({ value, isEqual: operator === '=', line: lineAt(read, index) });
  };
  for (const match of code.matchAll(COMPARED)) {
    const [, name, operator, single, double, template, other = ''] = match;
    if (isReferrer(name))
      note(match.index, operator, single ?? double ?? template ?? texts.get(other));
    else if (isReferrer(other)) note(match.index, operator, texts.get(name ?? ''));
  }
  for (const match of code.matchAll(COMPARED_BACKWARDS)) {
    const [, single, double, template, operator, name] = match;
    if (isReferrer(name)) note(match.index, operator, single ?? double ?? template);
  }
  return found;
}
