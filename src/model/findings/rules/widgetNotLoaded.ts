import { isRefused } from '../locationRequests.ts';
import { foundIn, type Rule } from '../rule.ts';

/** The widget's script could not be loaded, for no reason that the page tells, so lcw:ready never comes. */
export const widgetNotLoaded: Rule = {
  name: 'widgetNotLoaded',
  look: ({ watched: { lostScripts, refusals }, widget }) =>
    widget.state === 'ready'
      ? null
      : foundIn(
          lostScripts
            .filter((address) => !isRefused(refusals, address))
            .map((address) => ({ at: null, value: address })),
        ),
};
