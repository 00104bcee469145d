import type { Sample } from '../../watch/watched.ts';
import { foundIn, type Rule } from '../rule.ts';

/** Browsers take a number that is written as a text. */
const isNumber = ({ type, text }: Sample): boolean =>
  (type === 'number' || type === 'string') && text.trim() !== '' && Number.isFinite(Number(text));

/** The delay of a trigger is no number, so that it does not wait at all. */
export const delayNotNumber: Rule = {
  name: 'delayNotNumber',
  look: ({ watched: { inputs } }) =>
    foundIn(
      inputs
        .filter(
          ({ input, isTrigger, argument }) =>
            input === 'timers' && isTrigger && argument !== null && !isNumber(argument),
        )
        .map(({ by, what, argument }) => ({ at: by, value: `${what}(…, ${argument?.text})` })),
    ),
};
