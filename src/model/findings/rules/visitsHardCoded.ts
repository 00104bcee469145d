import { linesWith } from '../code.ts';
import { foundIn, type Rule } from '../rule.ts';

/** A key that says how many visits: `No. of visits`, `visitCount`. Not one that says which, such as `Last visit`. */
const KEY = String.raw`(?:['"\x60](?:[\w.# -]{0,40}visits|[\w.# -]{0,40}visit[ _-]?(?:count|number))['"\x60]|(?<![\w$.])(?:\w{0,40}visits|\w{0,40}visit_?(?:count|number)))`;
const NUMBER = String.raw`['"\x60]?\d{1,6}['"\x60]?\s{0,80}[,}]`;

/** A context entry of that key, with a number in the place of its value. */
const HARD_CODED = new RegExp(
  String.raw`${KEY}\s{0,80}:\s{0,80}\{[^{}]{0,80}?(?<![\w$.])['"]?value['"]?\s{0,80}:\s{0,80}${NUMBER}`,
  'gi',
);

/** The context tells a number of visits that is written in the code, not the one that was counted. */
export const visitsHardCoded: Rule = {
  name: 'visitsHardCoded',
  look: ({ watched: { sources } }) => foundIn(linesWith(sources, HARD_CODED)),
};
