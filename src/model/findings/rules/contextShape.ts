import { hidesParts, type Sample } from '../../watch/watched.ts';
import { givenContexts } from '../contexts.ts';
import { foundIn, type Rule } from '../rule.ts';

const lacksValue = (entry: Sample): boolean =>
  entry.type === 'object' ? entry.parts?.value === undefined : true;

/** What is wrong with the form of a context: its type, or the keys of the entries that have no value. */
function wrongEntries(context: Sample): readonly string[] {
  const { type, text, parts } = context;
  if (hidesParts(context)) return [];
  if (type !== 'object' || text !== 'object') return [text];
  return Object.entries(parts ?? {})
    .filter(([, entry]) => !hidesParts(entry) && lacksValue(entry))
    .map(([key, entry]) => `${key}: ${entry.text}`);
}

/** The context is not of the form { key: { value, isDisplayable } }. */
export const contextShape: Rule = {
  name: 'contextShape',
  look: ({ watched: { contexts } }) =>
    foundIn(
      givenContexts(contexts).flatMap(({ at, context }) =>
        wrongEntries(context).map((value) => ({ at, value })),
      ),
    ),
};
