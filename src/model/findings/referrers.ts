import type { Source } from '../watch/watched.ts';
import { lineAt, readSource } from './code.ts';
import type { Evidence } from './rule.ts';

/** A text, in one kind of quotes or the other. */
const TEXT = String.raw`'([^'\n]*)'|"([^"\n]*)"`;
const TEXT_OR_NAME = String.raw`(?:${TEXT}|([\w$.]+))`;
const EQUALS = String.raw`\s*[=!]==?\s*`;

/** `document.referrer == x` and `x == document.referrer`. */
const COMPARED = new RegExp(
  String.raw`referrer${EQUALS}${TEXT_OR_NAME}|${TEXT_OR_NAME}${EQUALS}(?:window\.)?document\.referrer`,
  'g',
);

const escaped = (name: string): string => name.replace(/[$.]/g, String.raw`\$&`);

/** What a variable is given, if that is a text, and only one. */
function textOf(code: string, name: string): string | null {
  const given = new RegExp(String.raw`(?<![\w$.])${escaped(name)}\s*=\s*(?:${TEXT})`, 'g');
  const values = [...code.matchAll(given)].map(([, single, double]) => single ?? double ?? '');
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** The texts that code compares the referrer with, and where. */
export function comparedWithReferrer(
  source: Source,
): readonly { readonly value: string; readonly line: Evidence }[] {
  const read = readSource(source);
  return [...read.code.matchAll(COMPARED)].flatMap((found) => {
    const [, single, double, name, singleBefore, doubleBefore, nameBefore] = found;
    const variable = name ?? nameBefore;
    const literal = single ?? double ?? singleBefore ?? doubleBefore;
    const value = literal ?? (variable === undefined ? null : textOf(read.code, variable));
    return value === null ? [] : [{ value, line: lineAt(read, found.index) }];
  });
}
