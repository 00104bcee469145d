import { linesWith } from '../code.ts';
import { foundIn, type Rule } from '../rule.ts';

/** The context tells a number of visits that is written in the code, not the one that was counted. */
export const visitsHardCoded: Rule = {
  name: 'visitsHardCoded',
  look: ({ watched: { sources } }) =>
    foundIn(
      linesWith(sources, /visits?['"]?\s*:\s*\{\s*['"]?value['"]?\s*:\s*['"]?\d+['"]?\s*[,}]/gi),
    ),
};
