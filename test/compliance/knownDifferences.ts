import type { BrowserName } from '../../build/browserManifest.ts';
import type { Run } from './runs.ts';

/** Cases in which a simulated page is known to differ from the browser, and why. Each must go on to differ, or it goes. */
interface KnownDifference {
  /** The name of a case, or the beginning of the names of several. */
  readonly cases: string;
  readonly why: string;
  /** Only in this browser. */
  readonly browser?: BrowserName;
  /** Only in these runs. */
  readonly runs?: readonly string[];
}

const AFAR = 'in another time zone';
const AT_A_DATE = 'at a date';

const known: readonly KnownDifference[] = [
  {
    cases: 'Subclasses of Date: the prototype is asked for once, after the arguments',
    why: 'An ordinary function, which is what can be called with and without new, makes its object before it runs. A Proxy would not, and costs three times as much.',
  },
  {
    cases: 'Workers: a shared worker',
    why: 'A shared worker is found by its address, by all pages of its origin; with our clock before its script it would have another one in each.',
    runs: [AT_A_DATE, AFAR],
  },
  {
    cases: 'Workers: a script that is not there is told',
    why: 'Whether a script could not be loaded for our sake or at all is learned from a second worker, whose event has to be made anew, and so is not trusted.',
  },
  {
    cases: 'Frames and windows: window.open',
    why: 'A driver runs its scripts in the windows that it knows; the extension brings its own into new windows, see the end-to-end tests.',
    runs: [AT_A_DATE, AFAR],
  },
  {
    cases: 'Intl.DateTimeFormat: it can be called without new',
    why: 'In a chosen time zone an object that is no formatter does not become one by Intl.DateTimeFormat.call(object), a leftover of the first edition of the standard.',
    runs: [AFAR],
  },
  {
    cases: 'Date.prototype: getters give what they gave',
    why: 'In a chosen time zone the last hours of all time, 273,000 years from now, have no local parts.',
    runs: [AFAR],
  },
  {
    cases: 'Time zone: parts and texts of moments',
    why: 'As above; and before 1901 browsers differ in the names of summer time.',
    runs: [AFAR],
  },
  {
    cases: 'Time zone: local parts make moments',
    why: 'Before 1901 browsers differ in the names of summer time.',
    browser: 'firefox',
    runs: [AFAR],
  },
];

/** Why a case differs; null if it must not. */
export const knownDifference = (
  browser: BrowserName,
  run: Run,
  suite: string,
  name: string,
): string | null =>
  known.find(
    ({ cases, browser: only, runs }) =>
      `${suite}: ${name}`.startsWith(cases) &&
      (only === undefined || only === browser) &&
      (runs === undefined || runs.includes(run.name)),
  )?.why ?? null;
