import { undoAll } from '../../patches.ts';
import type { Input } from './input.ts';
import { watchGetter } from './watchGetter.ts';

const state = watchGetter('visibility', Document.prototype, 'visibilityState');
const hidden = watchGetter('visibility', Document.prototype, 'hidden');

/** Whether the page can be seen. */
export const visibility: Input = (log, timers) =>
  undoAll([state(log, timers), hidden(log, timers)]);
