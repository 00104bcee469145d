import { foundIn, type Rule } from '../rule.ts';

/** A handler property was set twice, so that the first handler is lost. */
export const handlerReplaced: Rule = {
  name: 'handlerReplaced',
  look: ({ watched: { replaced } }) =>
    foundIn(
      replaced
        .filter(({ isTrigger }) => isTrigger)
        .flatMap(({ what, by, before }) => [
          { at: by, value: `${what} = …` },
          ...(before ? [{ at: before, value: `${what} = …` }] : []),
        ]),
      replaced[0]?.what ?? '',
    ),
};
