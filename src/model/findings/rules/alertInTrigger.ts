import { linesWith } from '../code.ts';
import { foundIn, type Rule } from '../rule.ts';

/** Trigger code calls alert(), which stops the page and the widget until somebody answers it. */
export const alertInTrigger: Rule = {
  name: 'alertInTrigger',
  look: ({ watched: { sources } }) =>
    foundIn(linesWith(sources, /(?<![\w$.])(?:window\.)?alert\s*\(/g)),
};
