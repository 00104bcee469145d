import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { minify } from 'vite';
import { BUNDLED, bundleForPage } from '../build/bundleForPage.ts';
import { pageScript } from '../driver/pageScript.ts';

/** A clock that is measured, or the lack of one. */
export interface Subject {
  readonly name: 'native' | 'ours' | 'fake-timers' | 'playwright';
  /** Puts it into a page, before the page's first script; empty for none. */
  readonly script: string;
  /** The same, such that time goes on by itself, where that is another thing. */
  readonly liveScript: string;
  /** A function of the ms to skip, as an expression; null where nothing can be skipped. */
  readonly skip: string | null;
}

/** A clock's own code, to weigh it and to see how long a browser takes to run it. */
export interface ClockAlone {
  readonly name: Exclude<Subject['name'], 'native'>;
  /** The clock alone, as small as a bundler makes it. */
  readonly minified: string;
}

const AT = '2026-12-24T18:00:00Z';
const PACKAGES = join(import.meta.dirname, 'node_modules');

const fakeTimersEntry = join(PACKAGES, '@sinonjs', 'fake-timers', 'src', 'fake-timers-src.js');

/**
 * The source of Playwright's clock, which it keeps as a text in its own bundle.
 * Throws if this version keeps it in some other way.
 */
async function playwrightSource(): Promise<string> {
  const bundle = await readFile(join(PACKAGES, 'playwright-core', 'lib', 'coreBundle.js'), 'utf8');
  const [, afterName = ''] = bundle.split('src/generated/clockSource.ts"() {');
  const literal = /source = ('(?:[^'\\]|\\.)*');/.exec(afterName)?.[1];
  const source: unknown = literal === undefined ? undefined : runInNewContext(literal);
  if (typeof source !== 'string' || !source.includes('ClockController'))
    throw new Error(
      'The source of Playwright’s clock is not where it was. Install the version that bench/package.json names.',
    );
  return source;
}

/** As Playwright itself puts its clock into a page: server/clock.ts, _installIfNeeded and install. */
const playwrightScript = (source: string): string => `(() => {
  const module = {};
  ${source}
  globalThis.__pwClock = (module.exports.inject())(globalThis, navigator.userAgent.includes('Firefox') ? 'firefox' : 'chromium');
  globalThis.__pwClock.controller.log('install', Date.now(), Date.parse('${AT}'));
})();`;

const fakeTimersScript = (source: string, options: string): string =>
  `${source}; globalThis.fakeClock = ${BUNDLED}.install({ now: Date.parse('${AT}')${options} });`;

/** Everything that is measured side by side. */
export async function subjects(): Promise<readonly Subject[]> {
  const ours = await pageScript({ visitor: { clock: { at: AT } } });
  const fakeTimers = await bundleForPage(fakeTimersEntry);
  const playwright = playwrightScript(await playwrightSource());
  return [
    { name: 'native', script: '', liveScript: '', skip: null },
    { name: 'ours', script: ours, liveScript: ours, skip: '(ms) => triggerSimulator.skip(ms)' },
    {
      name: 'fake-timers',
      script: fakeTimersScript(fakeTimers, ''),
      liveScript: fakeTimersScript(fakeTimers, ', shouldAdvanceTime: true'),
      skip: '(ms) => fakeClock.tick(ms)',
    },
    {
      name: 'playwright',
      script: playwright,
      liveScript: playwright,
      skip: '(ms) => __pwClock.controller.runFor(ms)',
    },
  ];
}

/** The clocks alone, made small in the same way: what each would add to a page. */
export async function clocksAlone(): Promise<readonly ClockAlone[]> {
  const [ours, fakeTimers, playwright] = await Promise.all([
    bundleForPage(join(import.meta.dirname, 'clockAlone.ts'), { minify: true }),
    bundleForPage(fakeTimersEntry, { minify: true }),
    minify('clock.js', playwrightScript(await playwrightSource())),
  ]);
  return [
    { name: 'ours', minified: ours },
    { name: 'fake-timers', minified: fakeTimersScript(fakeTimers, '') },
    { name: 'playwright', minified: playwright.code },
  ];
}
