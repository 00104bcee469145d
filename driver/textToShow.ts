import type { Page } from 'puppeteer-core';
import { eventually } from './simulator.ts';

/**
 * Waits until a page holds a text, in an element that is below one that the selector picks. It looks again
 * and again: the driver by itself looks when elements come and go, and misses a text that alone changes.
 */
export async function textToShow(page: Page, text: string, selector = ''): Promise<void> {
  const wanted = `${selector} ::-p-text(${text})`.trimStart();
  await eventually(`“${text}” to be shown`, () => page.$(wanted));
}
