import type { InputUse, Sample, Source } from '../../watch/watched.ts';
import { foundIn, type Rule } from '../rule.ts';

/** The longest delay that timers take, in ms: https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html */
const LONGEST = 2 ** 31 - 1;

/** Browsers take a number that is written as a text. What an object is as a number, only the page knows. */
function isDelay({ type, text }: Sample): boolean {
  if (type === 'object' || type === 'other' || type === 'function') return true;
  const isNumber = (type === 'number' || type === 'string') && text.trim() !== '';
  return isNumber && Number(text) <= LONGEST;
}

/** Whether code that is known to be the trigger's has set a timer: a bundle holds others, which leave out the delay on purpose. */
const isIn = (sources: readonly Source[], { by, what }: InputUse): boolean =>
  sources.some(
    ({ file, firstLine, text }) =>
      file === by?.file &&
      text.includes(what) &&
      (firstLine === null ||
        (by.line >= firstLine && by.line < firstLine + text.split('\n').length)),
  );

/** The delay of a trigger is no number, so that it does not wait at all. */
export const delayNotNumber: Rule = {
  name: 'delayNotNumber',
  look: ({ watched: { inputs, sources } }) =>
    foundIn(
      inputs
        .filter(
          (use) =>
            use.input === 'timers' &&
            use.isTrigger &&
            use.argument !== null &&
            !isDelay(use.argument) &&
            isIn(sources, use),
        )
        .map(({ by, what, argument }) => ({ at: by, value: `${what}(…, ${argument?.text})` })),
    ),
};
