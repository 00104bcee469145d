import { documentNatives } from '../../documentNatives.ts';
import * as natives from '../../natives.ts';
import { undoAll } from '../../patches.ts';
import { replaceConstructor } from '../../replaceConstructor.ts';
import type { Override } from '../override.ts';
import { followedClock } from './followed.ts';
import { overrideWorker } from './worker.ts';

/** The workers of a document follow its clock. */
export const workers: Override = (simulation, dial, keepsReal) => {
  const clock = followedClock(simulation, dial);
  if (!clock) return null;
  return undoAll([
    overrideWorker({
      dial,
      clock,
      base: () => documentNatives.baseURI(document),
      keepsReal: () => keepsReal('policy'),
    }),
    overrideSharedWorker(() => keepsReal('shared')),
  ]);
};

/**
 * A shared worker is found by the address that it was made with, by all pages of its origin, simulated or
 * not. With our clock it would have another address in each page, so it stays as it is.
 */
function overrideSharedWorker(keepsReal: () => void) {
  const { SharedWorker: Native } = globalThis;
  if (!Native) return () => {};
  function VisitorSharedWorker(...args: unknown[]): unknown {
    if (new.target === undefined) return natives.apply(Native, undefined, args);
    const target = new.target === VisitorSharedWorker ? Native : new.target;
    const worker: unknown = natives.construct(Native, args, target);
    keepsReal();
    return worker;
  }
  return replaceConstructor(globalThis, 'SharedWorker', Native, VisitorSharedWorker).undo;
}
