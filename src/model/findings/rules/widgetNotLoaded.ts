import { isRefused } from '../locationRequests.ts';
import { foundIn, type Rule } from '../rule.ts';

/** The widget's script could not be loaded, for no reason that the page tells, so lcw:ready never comes. */
export const widgetNotLoaded: Rule = {
  name: 'widgetNotLoaded',
  look: ({ watched: { requests, refusals }, widget }) =>
    widget.state === 'ready'
      ? null
      : foundIn(
          requests
            .filter(
              ({ of, status, address }) =>
                of === 'widget' && status === null && !isRefused(refusals, address),
            )
            .map(({ by, address }) => ({ at: by, value: address })),
        ),
};
