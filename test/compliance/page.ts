import { allSuites } from './cases/index.ts';
import { NotInThisBrowser, type Outcome } from './cases/suite.ts';

/* What a page of the compliance tests loads: it runs one case when the driver asks for it. */

async function run(suiteName: string, caseName: string): Promise<Outcome> {
  const found = allSuites.find(({ name }) => name === suiteName)?.cases[caseName];
  if (!found) return { kind: 'failed', why: 'There is no such case.' };
  try {
    const value = await found();
    return { kind: 'passed', value: value === undefined ? null : JSON.stringify(value, null, 1) };
  } catch (error) {
    if (error instanceof NotInThisBrowser)
      return { kind: 'not in this browser', what: error.message };
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}

Object.defineProperty(globalThis, 'runCase', { value: run });
