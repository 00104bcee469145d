import type { CodePlace, HandlerReplaced } from '../../watch/watched.ts';
import { readSource } from '../code.ts';
import { foundIn, type Rule } from '../rule.ts';

const isSame = (one: CodePlace | null, other: CodePlace | null): boolean =>
  one !== null &&
  one.file === other?.file &&
  one.line === other.line &&
  one.column === other.column;

/** Whether code looks at a handler property before it sets it, as those do that call the handler before theirs. */
const isRead = (code: string, what: string): boolean =>
  new RegExp(String.raw`\.${what.split('.').at(-1)}(?![\w$])(?!\s{0,20}=(?!=))`).test(code);

/** A handler property was set by two parts of a page, so that the handler of the first is lost. */
export const handlerReplaced: Rule = {
  name: 'handlerReplaced',
  look: ({ watched: { replaced, sources } }) => {
    const codes = sources.map((source) => readSource(source).bare);
    const isLost = ({ what, by, before, isTrigger }: HandlerReplaced): boolean =>
      isTrigger && !isSame(by, before) && !codes.some((code) => isRead(code, what));
    const lost = replaced.filter(isLost);
    return foundIn(
      lost.flatMap(({ what, by, before }) => [
        { at: by, value: `${what} = …` },
        ...(before ? [{ at: before, value: `${what} = …` }] : []),
      ]),
      lost[0]?.what ?? '',
    );
  },
};
