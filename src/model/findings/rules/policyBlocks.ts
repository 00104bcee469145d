import { isRefused, locationRequests } from '../locationRequests.ts';
import { foundIn, type Rule } from '../rule.ts';

/** The page's content security policy refuses the widget, or a location service. */
export const policyBlocks: Rule = {
  name: 'policyBlocks',
  look: ({ watched }) =>
    foundIn(
      watched.refusals.map((refusal) => ({
        at: locationRequests(watched).find((use) => isRefused([refusal], use))?.by ?? refusal.by,
        value: `${refusal.directive}: ${refusal.blocked}`,
      })),
    ),
};
