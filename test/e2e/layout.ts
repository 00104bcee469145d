import type { Page } from 'puppeteer-core';
import * as v from 'valibot';

/*
 * What can be wrong with how a view of the popup is laid out, each as words that lead to the element.
 * The functions run in the page, so they are texts.
 */

const faults = v.array(v.string());

const NAME = `const name = (one) =>
  one.tagName.toLowerCase() + '.' + one.className + ': ' + (one.textContent || one.name || '').slice(0, 60);`;

const inPage = async (page: Page, statements: string): Promise<readonly string[]> =>
  v.parse(faults, JSON.parse(String(await page.evaluate(`(() => { ${NAME} ${statements} })()`))));

/** What sticks out of a view to either side, so that it can only be seen by scrolling there. */
export const tooWide = (page: Page): Promise<readonly string[]> =>
  inPage(
    page,
    `const root = document.documentElement;
    const sticksOut = [...root.querySelectorAll('*')].filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      return width > 0 && (left < -1 || right > root.clientWidth + 1);
    });
    return JSON.stringify(
      root.scrollWidth > root.clientWidth ? ['view: ' + root.scrollWidth, ...sticksOut.map(name)] : [],
    );`,
  );

/** What does not fit where it stands: cut off, out of its button, or only to be had by scrolling sideways. */
export const cutOff = (page: Page): Promise<readonly string[]> =>
  inPage(
    page,
    `// These are cut on purpose: what is cut is in their title or comes with a click. Tables may be wider.
    const MEANT = 'h1, .chip, .summary, .visitor-table, input, select, option, textarea';
    const UNSCROLLED = 'button, a, .pill, th, td, label, h2, p';
    return JSON.stringify(
      [...document.querySelectorAll('body *')]
        .filter((one) => {
          if (one instanceof SVGElement || !one.checkVisibility()) return false;
          if (one.closest('.unseen') || one.matches(MEANT)) return false;
          const { overflowX, overflowY, display } = getComputedStyle(one);
          if (display === 'inline' || display === 'contents') return false;
          const isWide = one.scrollWidth > one.clientWidth + 1;
          const isHigh = one.scrollHeight > one.clientHeight + 1;
          return (
            (isWide && (overflowX !== 'visible' || one.matches(UNSCROLLED))) ||
            (isHigh && (overflowY === 'hidden' || overflowY === 'clip'))
          );
        })
        .map(name),
    );`,
  );

/** How far the keys go through a view: no view of the tests has so many places for the focus. */
const MOST_PLACES = 150;

const focusedNow = v.strictObject({ isEnd: v.boolean(), fault: v.string() });

/**
 * Puts a place for the focus before and one behind all others, and goes to the first: a focus that left the
 * page would be in the browser's own window, from where no driver brings it back.
 */
const BEGIN = `(() => {
  const scope = document.querySelector('dialog[open]') ?? document.body;
  const [start, end] = ['start', 'end'].map((name) => {
    const place = document.createElement('button');
    place.className = 'walk ' + name;
    Object.assign(place.style, { position: 'fixed', top: 0, opacity: 0 });
    return place;
  });
  scope.prepend(start);
  scope.append(end);
  start.focus();
})()`;

const END = `document.querySelectorAll('.walk').forEach((place) => place.remove())`;

const FOCUSED = `(() => {
  ${NAME}
  const one = document.activeElement;
  if (one.matches('.walk.end')) return JSON.stringify({ isEnd: true, fault: '' });
  // An option of a choice is drawn by the text beside its field.
  const drawn = one.matches('.choice input') ? one.nextElementSibling : one;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(drawn);
  const { left, right, top, bottom } = drawn.getBoundingClientRect();
  const middle = (from, to, size) => (Math.max(from, 0) + Math.min(to, size - 1)) / 2;
  const there = document.elementFromPoint(
    middle(left, right, innerWidth),
    middle(top, bottom, innerHeight),
  );
  const isClear = /^rgba\\(.*, 0\\)$/.test(outlineColor);
  const faults = [];
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 1) faults.push('has no outline');
  if (isClear || outlineColor === getComputedStyle(document.documentElement).backgroundColor)
    faults.push('has an outline of no colour');
  if (left < -1 || right > innerWidth + 1) faults.push('is beside the view');
  if (bottom <= 0 || top >= innerHeight) faults.push('is above or below the view');
  else if (!there || !(drawn.parentElement.contains(there) || there.contains(drawn)))
    faults.push('is covered by ' + (there ? name(there) : 'nothing'));
  const fault = faults.length > 0 ? name(one) + ' ' + faults.join(', ') : '';
  return JSON.stringify({ isEnd: false, fault });
})()`;

/**
 * Goes through a view with the Tab key, and gives where the focus could not be seen, and how many places
 * there are.
 */
export async function walkFocus(
  page: Page,
): Promise<{ readonly places: number; readonly faults: readonly string[] }> {
  const found: string[] = [];
  await page.evaluate(BEGIN);
  try {
    for (let places = 0; places < MOST_PLACES; places++) {
      await page.keyboard.press('Tab');
      const focused = JSON.parse(String(await page.evaluate(FOCUSED)));
      const { isEnd, fault } = v.parse(focusedNow, focused);
      if (isEnd) return { places, faults: found };
      if (fault !== '') found.push(fault);
    }
    throw new Error(`The focus goes on after ${MOST_PLACES} places.`);
  } finally {
    await page.evaluate(END);
  }
}
