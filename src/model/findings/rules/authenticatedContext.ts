import { foundIn, type Rule } from '../rule.ts';

/** A context provider was set although the chat is authenticated, for which the widget takes none. */
export const authenticatedContext: Rule = {
  name: 'authenticatedContext',
  look: ({ watched: { sdkUses } }) =>
    sdkUses.some(({ method }) => method === 'setAuthTokenProvider')
      ? foundIn(
          sdkUses
            .filter(({ method }) => method === 'setContextProvider')
            .map(({ by, method }) => ({ at: by, value: method })),
        )
      : null,
};
