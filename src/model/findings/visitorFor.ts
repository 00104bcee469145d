import type { Arranging } from '../conditions/condition.ts';
import { arrangeCondition, type Condition } from '../conditions/index.ts';
import { type Text, text } from '../text.ts';
import type { Visitor } from '../visitor/visitor.ts';
import type { InputName, Source, Watched } from '../watch/watched.ts';
import { readSource } from './code.ts';
import { comparedWithReferrer } from './referrers.ts';

/** A visitor for whom the site's own trigger should fire, and what no visitor can bring about. */
export interface SiteVisitor {
  readonly visitor: Visitor;
  /** What was made true, or is left to the tester, each with its reason. */
  readonly byHand: readonly Text[];
}

const codeOf = (sources: readonly Source[]): string =>
  sources.map((source) => readSource(source).code).join('\n');

/** The number that code compares a count of visits with. */
function visitsIn(code: string): Condition | null {
  const found = /(?:visit|count|times)\w*\)*(?:\s*\+\s*1)?\s*>(=?)\s*(\d+)/i.exec(code);
  if (!found) return null;
  const [, equal, number] = found;
  return { type: 'visits', moreThan: Number(number) - (equal === '=' ? 1 : 0) };
}

/** The two instants that code has, as the window between them. */
function dateWindowIn(code: string): Condition | null {
  const instants = [...code.matchAll(/(?:new Date|Date\.parse)\(\s*['"]([^'"]+)['"]\s*\)/g)]
    .map(([, written = '']) => Date.parse(written))
    .filter(Number.isFinite);
  const [start, end] = instants;
  if (start === undefined || end === undefined || end <= start) return null;
  return {
    type: 'dateWindow',
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
  };
}

/** The country that code compares the visitor's with: a name, or a code. */
function countryIn(code: string): Condition | null {
  const found =
    /countr\w*\)*\s*===?\s*(?:'([^'\n]+)'|"([^"\n]+)")/i.exec(code) ??
    /(?:'([^'\n]+)'|"([^"\n]+)")\s*===?\s*[\w.[\]]*countr\w*/i.exec(code);
  const equals = found?.[1] ?? found?.[2];
  return equals === undefined ? null : { type: 'country', equals };
}

/**
 * The visitor whom the trigger code of a page seems to wait for, by what it was seen to read and what its
 * text compares that with. Overrides of `present` that it has nothing to do with stay.
 */
export function visitorFor(watched: Watched, present: Visitor, arranging: Arranging): SiteVisitor {
  const { sources, inputs } = watched;
  const code = codeOf(sources);
  const reads = (...names: readonly InputName[]): boolean =>
    inputs.some(({ input, isTrigger }) => isTrigger && names.includes(input));
  const conditions = [
    reads('cookies', 'localStorage', 'sessionStorage') ? visitsIn(code) : null,
    dateWindowIn(code),
    reads('geolocation', 'location service') ? countryIn(code) : null,
  ].filter((one) => one !== null);

  let visitor: Visitor = { ...present, clock: present.clock ?? { at: null } };
  for (const condition of conditions)
    visitor = { ...visitor, ...arrangeCondition(condition, arranging).visitor };
  const referrer = sources.flatMap(comparedWithReferrer)[0]?.value;
  if (referrer !== undefined) visitor = { ...visitor, referrer: { value: referrer } };

  const byHand = [
    ...(reads('pointer leaving') ? [text('arrangeLeave')] : []),
    ...(reads('visibility') ? [text('arrangeHide')] : []),
    ...(reads('geolocation') && !visitor.country ? [text('arrangeCountryUnknown')] : []),
    ...(code === '' ? [text('arrangeNoCode')] : []),
  ];
  return { visitor, byHand };
}
