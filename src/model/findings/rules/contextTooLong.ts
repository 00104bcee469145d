import { MAX_CONTEXT_ENTRIES } from '../../invite.ts';
import { givenContexts } from '../contexts.ts';
import { foundIn, type Rule } from '../rule.ts';

/** The context has more than 100 entries: https://learn.microsoft.com/dynamics365/customer-service/develop/reference/methods/setcontextprovider */
export const contextTooLong: Rule = {
  name: 'contextTooLong',
  look: ({ watched: { contexts } }) =>
    foundIn(
      givenContexts(contexts)
        .filter(({ context }) => Object.keys(context.parts ?? {}).length > MAX_CONTEXT_ENTRIES)
        .slice(0, 1)
        .map(({ at }) => ({ at, value: '' })),
      MAX_CONTEXT_ENTRIES,
    ),
};
