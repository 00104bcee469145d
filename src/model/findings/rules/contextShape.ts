import type { Sample } from '../../watch/watched.ts';
import { givenContexts, onlyOnce } from '../contexts.ts';
import { foundIn, type Rule } from '../rule.ts';

/** What is wrong with the form of a context: its type, or the keys of the entries that have no value. */
function wrongEntries({ type, text, parts }: Sample): readonly string[] {
  if (type !== 'object' || text !== 'object') return [text];
  return Object.entries(parts ?? {})
    .filter(([, entry]) => entry.parts?.value === undefined)
    .map(([key, entry]) => `${key}: ${entry.text}`);
}

/** The context is not of the form { key: { value, isDisplayable } }. */
export const contextShape: Rule = {
  name: 'contextShape',
  look: ({ watched: { contexts } }) =>
    foundIn(
      onlyOnce(
        givenContexts(contexts).flatMap(({ at, context }) =>
          wrongEntries(context).map((value) => ({ at, value })),
        ),
      ),
    ),
};
