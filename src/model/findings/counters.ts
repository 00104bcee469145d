import { commentBlocks, findAll, isCodeAt, type ReadSource } from './code.ts';

/*
 * Counters of visits, by what people call them: code that counts something else is none of our business.
 */

/** What names and keys of such counters say. */
const OF_VISITS = /visit(?!or)|times(?!tamp)|page_?views?/i;

/** Something that is given to a variable: its name, and the beginning of what it is given. */
const GIVEN = /(?<![\w$.])([\w$]{1,60})\s{0,20}[+-]?=(?![=>])(?=([^;,{}\n]{0,200}))/g;
const NAME = /(?<![\w$])[A-Za-z_$][\w$]{0,60}/g;

/** Names as short as those that minifiers give mean something else in every function. */
const isTelling = (name: string): boolean => name.length > 2;

/** The variables of a source that hold a count of visits. */
const counterNames = ({ code }: ReadSource): ReadonlySet<string> =>
  new Set(
    findAll(code, GIVEN)
      .filter(([, name = '', given = '']) => OF_VISITS.test(name) || OF_VISITS.test(given))
      .map(([, name = '']) => name)
      .filter(isTelling),
  );

/** Whether a piece of code has to do with a counter of visits, of which these are the names. */
const isOfVisits = (code: string, names: ReadonlySet<string>): boolean =>
  OF_VISITS.test(code) || findAll(code, NAME).some(([name]) => names.has(name));

/** A count of visits that is compared with a number in the code. */
export interface CountCompared {
  readonly index: number;
  /** What is compared, with what stands before it in its statement. */
  readonly operand: string;
  readonly operator: '>' | '>=' | '=';
  readonly number: number;
  /** The smallest count for which it is true. */
  readonly least: number;
}

/** How far back a comparison's operand is looked for. */
const OPERAND = 80;
const COMPARISON = /(?<![=!<>])(?:>(=?)|(={2,3}))\s{0,20}(\d{1,4})(?![\w.])/g;

/** The comparisons of counts of visits with numbers. */
export function countsCompared(read: ReadSource): readonly CountCompared[] {
  const names = counterNames(read);
  return findAll(read.bare, COMPARISON)
    .map((found) => {
      const [, orEqual, equal, written] = found;
      const before = read.code.slice(Math.max(0, found.index - OPERAND), found.index);
      const operator = equal ? '=' : orEqual === '=' ? '>=' : '>';
      const number = Number(written);
      return {
        index: found.index,
        operand: before.split(/[;{}?:&|,\n]/).at(-1) ?? '',
        operator,
        number,
        least: operator === '>' ? number + 1 : number,
      } as const;
    })
    .filter(({ operand }) => isOfVisits(operand, names));
}

/** The comments of a source that speak of visits. */
export const commentsOnVisits = (read: ReadSource): readonly string[] =>
  commentBlocks(read).filter((block) => OF_VISITS.test(block));

/** How much of a statement is looked at before and behind something in it. */
const AROUND = 100;

/** The statement around an index, as far as it matters. */
function statementAt(code: string, index: number): string {
  const before = code.slice(Math.max(0, index - AROUND), index).split(/[;{}\n]/);
  const behind = code.slice(index, index + AROUND).split(/[;{}\n]/);
  return `${before.at(-1) ?? ''}${behind[0] ?? ''}`;
}

const ONE_MORE = /\+\+|\+=\s{0,20}1(?![\w.])|\+\s{0,20}1(?![\w.])/g;

/** Whether a source counts visits: makes a count one more. */
export function countsVisits(read: ReadSource): boolean {
  const names = counterNames(read);
  return findAll(read.bare, ONE_MORE).some(({ index }) =>
    isOfVisits(statementAt(read.code, index), names),
  );
}

const PLUS_ONE = /(?<![\w$])([\w$]{1,60})\)?\s{0,20}\+\s{0,20}1(?![\w.])/g;

/** Whether one is added to what is compared, but elsewhere: then it is the number of visits before this one. */
export function isOneLess(read: ReadSource, operand: string): boolean {
  if (findAll(operand, PLUS_ONE).length > 0) return false;
  const added = new Set(findAll(read.bare, PLUS_ONE).map(([, name = '']) => name));
  return findAll(operand, NAME).some(([name]) => isTelling(name) && added.has(name));
}

const WRITE =
  /(?:setItem\s{0,20}\(|(?:local|session)Storage(?:\.[\w$]{1,60}|\[[^\]\n]{0,80}\])\s{0,20}=(?!=)|document\.cookie\s{0,20}=(?!=)|setCookie\s{0,20}\(|Cookies\.set\s{0,20}\(|\$\.cookie\s{0,20}\()[^;\n]{0,200}/gi;

/** A statement that writes down something that is remembered beyond the page. */
interface Write {
  readonly index: number;
  readonly statement: string;
  readonly isOfVisits: boolean;
}

export function writesOf(read: ReadSource): readonly Write[] {
  const names = counterNames(read);
  return findAll(read.code, WRITE)
    .filter(({ index }) => isCodeAt(read, index))
    .map(({ index, 0: statement }) => ({
      index,
      statement,
      isOfVisits: isOfVisits(statement, names),
    }));
}

const GIVEN_ZERO =
  /(?<![\w$.]|(?:let|var|const)\s)([\w$]{1,60})\s{0,20}=\s{0,20}(?:0(?![\w.])|''|"")/g;

/** Whether a variable with a count is set back to nothing, other than where it is declared. */
export function isSetBack(read: ReadSource): boolean {
  const names = counterNames(read);
  return findAll(read.code, GIVEN_ZERO).some(([, name = '']) => names.has(name));
}
