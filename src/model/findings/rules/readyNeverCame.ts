import type { Rule } from '../rule.ts';

/** How long a widget may take after its page has loaded, in ms: some load it late, and machines are slow. */
const PATIENCE = 20_000;

/** The widget's script is there, but lcw:ready has not come, and nothing says why. */
export const readyNeverCame: Rule = {
  name: 'readyNeverCame',
  look: ({ watched, widget, now }) =>
    widget.state === 'loading' &&
    watched.loadedAt !== null &&
    now - watched.loadedAt > PATIENCE &&
    watched.lostScripts.length === 0 &&
    watched.events.every(({ name }) => name !== 'lcw:error')
      ? { evidence: [{ at: null, value: 'lcw:ready' }] }
      : null,
};
