import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { evaluateInWindow } from '../../driver/bidi.ts';
import { inEveryView } from './everyView.ts';
import { cutOff, tooWide, walkFocus } from './layout.ts';
import { inBothBrowsers } from './withExtension.ts';

/*
 * The popup as people have it who see it larger, in colours of their own, or without movement.
 */

/** Firefox's preferences, in both states of each. */
const PREFERENCES = {
  'forced-colors': { name: 'browser.display.document_color_use', on: 2, off: 0 },
  'prefers-reduced-motion': { name: 'ui.prefersReducedMotion', on: 1, off: 0 },
} as const;

type Feature = keyof typeof PREFERENCES;

const WORDS = {
  'forced-colors': { on: 'active', off: 'none' },
  'prefers-reduced-motion': { on: 'reduce', off: 'no-preference' },
} as const;

const colours = v.array(
  v.object({ what: v.string(), background: v.string(), border: v.string(), inner: v.string() }),
);

/** The colours in which elements are drawn: their own, of their border, and of what is in them. */
const coloursOf = async (page: Page, selector: string, inner: string) =>
  v.parse(
    colours,
    JSON.parse(
      String(
        await page.evaluate(`JSON.stringify(
          [...document.querySelectorAll(${JSON.stringify(selector)})]
            .filter((one) => one.checkVisibility())
            .map((one) => {
              const { backgroundColor, borderTopColor, borderTopStyle, borderTopWidth, color } = getComputedStyle(one);
              const hasBorder = borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1;
              const inner = ${JSON.stringify(inner)};
              return {
                what: one.getAttribute('aria-checked') ?? one.dataset.state ?? one.className,
                background: backgroundColor,
                border: hasBorder ? borderTopColor : 'none',
                inner: inner === '' ? color : getComputedStyle(one, inner).backgroundColor,
              };
            }),
        )`),
      ),
    ),
  );

inBothBrowsers(({ name, simulator, newTabWithPopup }) => {
  async function emulate(page: Page, feature: Feature, isOn: boolean): Promise<void> {
    const value = WORDS[feature][isOn ? 'on' : 'off'];
    if (name === 'chrome') {
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', { features: [{ name: feature, value }] });
    } else {
      const preference = PREFERENCES[feature];
      await evaluateInWindow(
        simulator().browser,
        `Services.prefs.setIntPref('${preference.name}', ${preference[isOn ? 'on' : 'off']})`,
      );
    }
    await page.waitForFunction(`matchMedia('(${feature}: ${value})').matches`);
  }

  test('in forced colours states are told apart, and the focus is seen everywhere', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    await emulate(popup, 'forced-colors', true);
    try {
      await inEveryView(tab, async (view) => {
        const page = String(
          await popup.evaluate('getComputedStyle(document.documentElement).backgroundColor'),
        );
        const { places, faults } = await walkFocus(popup);
        expect(faults, view).toEqual([]);
        expect(places, view).toBeGreaterThan(2);
        if (view === 'scenarios') {
          const switches = await coloursOf(popup, '.switch', '::before');
          expect(new Set(switches.map(({ what }) => what))).toEqual(new Set(['true', 'false']));
          const backgroundsOf = (state: string) =>
            switches.filter(({ what }) => what === state).map(({ background }) => background);
          expect(backgroundsOf('true')).not.toContain(backgroundsOf('false')[0]);
          for (const { background, border, inner } of switches) {
            expect([page, 'none']).not.toContain(border);
            expect(inner).not.toBe(background);
          }
          const pills = await coloursOf(popup, '.pill', '');
          expect(pills.length).toBeGreaterThan(3);
          for (const { background, border, inner } of pills) {
            expect([page, background, 'none']).not.toContain(border);
            expect(inner).not.toBe(background);
          }
        }
        if (view === 'visitor') {
          const chosen = await coloursOf(popup, '.choice :checked + span', '');
          const others = await coloursOf(popup, '.choice :not(:checked) + span', '');
          expect(chosen).toHaveLength(4);
          for (const { background, inner } of chosen) {
            expect(others.map((other) => other.background)).not.toContain(background);
            expect(inner).not.toBe(background);
          }
        }
      });
    } finally {
      await emulate(popup, 'forced-colors', false);
    }
  });

  /*
   * At 200 % a page has half as many pixels of CSS each way, of two of the screen's. A popup is at most 800 by
   * 600 of the screen's, a window of a small screen 1280 by 720, and a panel there half as wide.
   */
  test.each([
    { what: 'a popup', width: 400, height: 300 },
    { what: 'a page', width: 640, height: 360 },
    { what: 'a wide panel', width: 360, height: 360 },
  ])(
    'at 200 % in $what nothing is cut off, beside the view, or focused out of sight',
    async (size) => {
      const tab = await newTabWithPopup();
      const { popup } = tab;
      await popup.setViewport({ width: size.width, height: size.height, deviceScaleFactor: 2 });
      await popup.waitForFunction(`innerWidth === ${size.width} && devicePixelRatio === 2`);
      await inEveryView(tab, async (view) => {
        expect(await tooWide(popup), view).toEqual([]);
        expect(await cutOff(popup), view).toEqual([]);
        expect((await walkFocus(popup)).faults, view).toEqual([]);
      });
    },
  );

  test('who wants no movement gets none', async () => {
    const tab = await newTabWithPopup();
    const { popup } = tab;
    const moving = async () =>
      Number(
        await popup.evaluate(`[...document.querySelectorAll('*')].filter((one) =>
          ['', '::before', '::after'].some((part) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one, part);
            return (
              transitionDuration.split(', ').some((time) => parseFloat(time) > 0) ||
              animationName !== 'none' ||
              scrollBehavior === 'smooth'
            );
          })).length`),
      );
    await emulate(popup, 'prefers-reduced-motion', false);
    await tab.goTo('/faq?widget=none');
    await tab.report('the page');
    await popup.bringToFront();
    await popup.waitForSelector('.switch');
    expect(await moving()).toBeGreaterThan(0);
    await emulate(popup, 'prefers-reduced-motion', true);
    try {
      await inEveryView(tab, async (view) => expect(await moving(), view).toBe(0));
    } finally {
      await emulate(popup, 'prefers-reduced-motion', false);
    }
  });
});
