import type { ClockSource } from '../clock/wallClock.ts';

/** What a worker is made with. */
export interface Given {
  /** The clock that it follows: the visitor's, and what it shows just now. */
  readonly clock: ClockSource;
  /** The absolute address of the site's script, which is the worker's own. */
  readonly address: string;
  /** Whether the site's script is still to be imported, once the clock is in place. */
  readonly imports: boolean;
}

/** What a worker is told later, through a port that the site does not see. */
export type WorkerOrder =
  /** Null for the real one. */
  | { readonly kind: 'clock'; readonly clock: ClockSource | null }
  /** Let `ms` pass at once, as they have where the worker was made. */
  | { readonly kind: 'skip'; readonly ms: number };

/** What a worker says through that port. */
export type WorkerAnswer =
  /** The site's script has run. */
  | 'ready'
  /** The site's script could not be loaded, and nothing of it has run. */
  | 'not loaded'
  /** A worker that this one has made keeps the real time. */
  | 'real worker';

/**
 * The source of `worker.iife.ts` as a function without arguments, which the build puts here: in a page as
 * a text, and in a worker as the function itself, so that it can make workers in its turn.
 */
declare const WORKER_CLOCK: unknown;

/** A statement that puts the clock in place, on one line and without names of its own. */
export const workerSource = (given: Given): string =>
  `{const GIVEN=${JSON.stringify(given)},WORKER_CLOCK=${String(WORKER_CLOCK)};WORKER_CLOCK()}`;
