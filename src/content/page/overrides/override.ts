import type { RealWorkers } from '../../../model/report.ts';
import type { PageSimulation } from '../../../model/simulation.ts';
import type { Undo } from '../patches.ts';
import type { Dial } from '../time/dial.ts';

/**
 * One thing that the page is made to see differently. Asked anew for each simulation: it patches the
 * page and gives the way back, or null when the simulation leaves its part of the visitor real.
 */
export type Override = (
  simulation: PageSimulation,
  dial: Dial,
  /** A worker has been made that has to keep the real time, and why; gives the way to say that it has none. */
  keepsReal: (why: RealWorkers) => () => void,
) => Undo | null;
