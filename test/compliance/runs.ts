import type { ScriptedSimulation } from '../../driver/pageScript.ts';
import { skipSuites, stoppedSuites, suites, tenfoldSuites } from './cases/index.ts';
import type { Suite } from './cases/suite.ts';

/** What the simulated visitor's clock shows when a page begins. */
export const AT = '2026-12-24T18:00:00Z';

/** The time zone of the machine, as the browsers under test are told, and of the visitor from afar. */
export const HOME = 'UTC';
export const AFAR = 'America/New_York';

/** One way to run cases: on a machine of some time zone, with or without a simulation. */
export interface Run {
  readonly name: string;
  readonly machineZone: string;
  readonly simulation: ScriptedSimulation | null;
  /** The run whose outcomes a simulation must not change; null for those that show what outcomes there are. */
  readonly oracle: Run | null;
  readonly suites: readonly Suite[];
}

const native = (name: string, machineZone: string): Run => ({
  name,
  machineZone,
  simulation: null,
  oracle: null,
  suites,
});

const simulated = (
  name: string,
  clock: NonNullable<ScriptedSimulation['visitor']['clock']>,
  oracle: Run,
  itsSuites: readonly Suite[],
): Run => ({
  name,
  machineZone: HOME,
  simulation: { visitor: { clock } },
  oracle,
  suites: itsSuites,
});

const nativeHome = native('native', HOME);
/** The browser itself, told to be afar, is what a visitor from afar is held against. */
const nativeAfar = native('native, afar', AFAR);

export const runs: readonly Run[] = [
  nativeHome,
  simulated('at a date', { at: AT }, nativeHome, [...suites, ...skipSuites]),
  simulated('at the real date', { at: null }, nativeHome, [...suites, ...skipSuites]),
  simulated('in another time zone', { at: AT, timeZone: AFAR }, nativeAfar, suites),
  simulated('on a stopped clock', { at: AT, speed: 0 }, nativeHome, stoppedSuites),
  simulated('at tenfold speed', { at: AT, speed: 10 }, nativeHome, tenfoldSuites),
  nativeAfar,
];
