import { foundIn, type Rule } from '../rule.ts';

/** The widget itself says that it failed: https://learn.microsoft.com/dynamics365/customer-service/develop/reference/events/lcw-error */
export const widgetError: Rule = {
  name: 'widgetError',
  look: ({ watched: { events } }) =>
    foundIn(
      events
        .filter(({ name }) => name === 'lcw:error')
        .map(({ detail: { parts } }) => ({
          at: null,
          value: [parts?.errorCode?.text, parts?.errorDescription?.text].filter(Boolean).join(' '),
        })),
    ),
};
