import { foundIn, type Rule } from '../rule.ts';

/** The widget's script could not be loaded, so lcw:ready never comes. */
export const widgetNotLoaded: Rule = {
  name: 'widgetNotLoaded',
  look: ({ watched: { requests }, widget }) =>
    widget.state === 'ready'
      ? null
      : foundIn(
          requests
            .filter(({ of, status }) => of === 'widget' && status === null)
            .map(({ by, address }) => ({ at: by, value: address })),
        ),
};
