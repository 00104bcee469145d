import * as natives from '../natives.ts';
import type { Undo } from '../patches.ts';

/** Hears an event at the window, with `capture` on its way down; gives the way to stop. */
export function listen(type: string, react: (event: Event) => void, capture = false): Undo {
  natives.addEventListener(globalThis, type, react, capture);
  return () => natives.removeEventListener(globalThis, type, react, capture);
}
