import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { expect } from 'vitest';
import { evaluateInWindow } from '../../driver/bidi.ts';
import type { Simulator } from '../../driver/simulator.ts';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const findings = v.object({
  violations: v.array(
    v.object({
      id: v.string(),
      help: v.string(),
      nodes: v.array(v.object({ html: v.string() })),
    }),
  ),
  passes: v.array(v.unknown()),
});

async function emulate(
  { name, browser }: Simulator,
  page: Page,
  scheme: 'light' | 'dark',
): Promise<void> {
  if (name === 'chrome') {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      // Colours on their way to others have any contrast.
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
  } else {
    const preference = `'layout.css.prefers-color-scheme.content-override', ${scheme === 'dark' ? 0 : 1}`;
    await evaluateInWindow(browser, `Services.prefs.setIntPref(${preference})`);
  }
  await page.waitForFunction(`matchMedia('(prefers-color-scheme: ${scheme})').matches`);
}

/** What axe finds at fault in a view, in light and in dark, each with the element that is. */
export async function faultsOf(simulator: Simulator, page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await emulate(simulator, page, scheme);
    await page.evaluate(`(() => { ${axe} })()`);
    const found = v.parse(
      findings,
      JSON.parse(
        String(
          await page.evaluate(
            'axe.run().then(({ violations, passes }) => JSON.stringify({ violations, passes }))',
          ),
        ),
      ),
    );
    // An axe that looked at nothing would find no fault either.
    expect(found.passes.length).toBeGreaterThan(5);
    for (const { id, help, nodes } of found.violations) {
      for (const { html } of nodes) faults.push(`${scheme}: ${id}: ${help}: ${html}`);
    }
  }
  return faults;
}
