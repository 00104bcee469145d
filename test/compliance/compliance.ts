import { beforeAll, describe, expect, inject, type TestContext, test } from 'vitest';
import type { BrowserName } from '../../build/browserManifest.ts';
import type { Outcome } from './cases/suite.ts';
import { knownDifference } from './knownDifferences.ts';
import { key, type Outcomes, runInBrowser } from './runInBrowser.ts';
import { type Run, runs } from './runs.ts';

/** A case that fails in the browser as it is says nothing about a simulation: it is named, and not counted. */
function leaveOut(context: TestContext, native: Outcome | undefined): void {
  if (native?.kind === 'failed') context.skip(`It fails natively: ${native.why}`);
  if (native?.kind === 'not in this browser') context.skip(`This browser has no ${native.what}.`);
}

const MOST_LINES = 10;

/** The lines in which two texts differ, the first few of them; where all lines are in both, those out of place. */
function differentLines(simulated: string, native: string): readonly string[] {
  const [ours, theirs] = [simulated.split('\n'), native.split('\n')];
  const only = (lines: readonly string[], others: readonly string[], whose: string) => {
    const known = new Set(others);
    const isElsewhere = lines.every((line) => known.has(line));
    return lines
      .filter((line, index) => (isElsewhere ? line !== others[index] : !known.has(line)))
      .slice(0, MOST_LINES)
      .map((line) => `${whose} ${line}`);
  };
  return [...only(ours, theirs, 'simulated'), ...only(theirs, ours, 'native   ')];
}

/**
 * Defines the test of a case. One that is known to differ fails when it no longer does, so that what is
 * known stays true.
 */
function defineCase(
  run: Run,
  name: string,
  difference: string | null,
  outcomeIn: (run: Run) => Outcome | undefined,
): void {
  const define = difference === null ? test : test.fails;
  define(difference === null ? name : `${name} (known to differ: ${difference})`, (context) => {
    const { oracle } = run;
    // Cases that only a simulation has have no native outcome.
    const native = oracle ? outcomeIn(oracle) : undefined;
    leaveOut(context, native);
    const simulated = outcomeIn(run);
    if (simulated?.kind !== 'passed') {
      expect.fail(simulated?.kind === 'failed' ? simulated.why : 'It was not run.');
    }
    if (native?.kind === 'passed' && native.value !== simulated.value)
      expect.fail(
        [
          'It differs from the browser without a simulation:',
          ...differentLines(simulated.value ?? '', native.value ?? ''),
        ].join('\n'),
      );
  });
}

/** Defines a test for each case under each simulation, in one browser. */
export function defineCompliance(browser: BrowserName): void {
  let results: ReadonlyMap<Run, Outcomes> = new Map();

  beforeAll(async () => {
    results = await runInBrowser(browser, inject('complianceOrigin'), inject('pageScripts'));
    for (const [{ name, simulation }, outcomes] of results) {
      for (const [title, outcome] of simulation ? [] : outcomes)
        if (outcome.kind === 'failed')
          console.info(`Not counted in ${browser}, ${name}: ${title}: ${outcome.why}`);
    }
  });

  test('most cases pass natively, or they would say nothing', () => {
    for (const run of runs.filter(({ simulation }) => simulation === null)) {
      const outcomes = [...(results.get(run)?.values() ?? [])];
      const failed = outcomes.filter(({ kind }) => kind === 'failed');
      expect(outcomes.length).toBeGreaterThan(0);
      expect(failed.length).toBeLessThan(outcomes.length / 20);
    }
  });

  for (const run of runs.filter(({ simulation }) => simulation !== null)) {
    describe(run.name, () => {
      for (const suite of run.suites) {
        for (const name of Object.keys(suite.cases))
          defineCase(
            run,
            key(suite.name, name),
            knownDifference(browser, run, suite.name, name),
            (of) => results.get(of)?.get(key(suite.name, name)),
          );
      }
    });
  }
}
