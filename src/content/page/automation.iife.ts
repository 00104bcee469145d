import { LONGEST_SKIP } from '../../messages/page.ts';
import { isVisitor } from '../../messages/visitorGuards.ts';
import type { PageSimulation } from '../../model/simulation.ts';
import { type ClockReading, instantOf } from '../../model/visitor/clock.ts';
import { timeZoneOf, type Visitor } from '../../model/visitor/visitor.ts';
import { parentClock } from './makerClock.ts';
import * as natives from './natives.ts';
import { PageWorld } from './pageWorld.ts';

/*
 * The page world for automation: the same as the extension's, with its simulation built in instead of
 * delivered, and a handle for the test in the place of the popup.
 */

/** What is built in; `npm run page-script` has checked it. */
declare const SIMULATION: Pick<PageSimulation, 'visitor' | 'scenarios'>;

/** What a test can do in a page, as `globalThis.triggerSimulator`. */
interface Handle {
  /** Lets `ms` pass at once in this document and its frames, as far as the first invite; gives the ms skipped. */
  skip(ms: number): Promise<number>;
  /** Lets time pass until the next timer has fired; gives the ms skipped, 0 if none is pending. */
  skipToNextTimer(): Promise<number>;
  /** Makes the page see another visitor from now on. Raises a TypeError for what is none. */
  setVisitor(wanted: Visitor): void;
}

/** Where a visitor's clock begins: where it is set to, when this document began. */
function readingFor(visitor: Visitor, at: number): ClockReading | null {
  if (!visitor.clock) return null;
  const shows = visitor.clock.at === null ? null : instantOf(visitor.clock.at, timeZoneOf(visitor));
  return { shows: shows ?? at, at };
}

let epoch = 1;
const simulate = (visitor: Visitor, clockReading: ClockReading | null): PageSimulation => ({
  epoch: epoch++,
  visitor,
  clockReading,
  scenarios: SIMULATION.scenarios,
  invites: 'live',
});

const { visitor } = SIMULATION;
const began = Math.floor(performance.timeOrigin);
const reading = visitor.clock ? (parentClock() ?? readingFor(visitor, began)) : null;
const world = new PageWorld(simulate(visitor, reading), () => {});

const framesOf = (): readonly Handle[] =>
  Array.from({ length: frames.length }).flatMap((_, index) => {
    try {
      const handle: unknown = Reflect.get(frames[index] ?? {}, 'triggerSimulator');
      return isHandle(handle) ? [handle] : [];
    } catch {
      // A frame of another origin, which the test reaches by itself.
      return [];
    }
  });

const isHandle = (value: unknown): value is Handle =>
  typeof value === 'object' && value !== null && 'skipToNextTimer' in value;

async function skipFrames(ms: number): Promise<number> {
  for (const frame of framesOf()) await frame.skip(ms);
  return ms;
}

const handle: Handle = {
  async skip(ms) {
    return skipFrames(await world.skip({ ms }));
  },
  skipToNextTimer: async () =>
    skipFrames(await world.skip({ ms: LONGEST_SKIP, toNextTimer: true })),
  setVisitor(wanted) {
    if (!isVisitor(wanted)) {
      throw new TypeError(
        'This is not a visitor. It has a clock, a country, a referrer, or none of them, as the README says.',
      );
    }
    world.obey({
      kind: 'simulation',
      simulation: simulate(wanted, readingFor(wanted, natives.dateNow())),
    });
    for (const frame of framesOf()) frame.setVisitor(wanted);
  },
};

natives.defineProperty(globalThis, 'triggerSimulator', {
  value: Object.freeze(handle),
  configurable: true,
});
