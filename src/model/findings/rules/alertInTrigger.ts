import { linesWith } from '../code.ts';
import { foundIn, type Rule } from '../rule.ts';

/** Calls of the browser's alert: not of another's method, and not where a function of that name is made. */
const ALERT =
  /(?<![\w$.]|function\s{1,20})(?:(?:window|self|globalThis)\s{0,20}\.\s{0,20})?alert\s{0,20}\(/g;

/** Trigger code calls alert(), which stops the page and the widget until somebody answers it. */
export const alertInTrigger: Rule = {
  name: 'alertInTrigger',
  look: ({ watched: { sources } }) => foundIn(linesWith(sources, ALERT)),
};
