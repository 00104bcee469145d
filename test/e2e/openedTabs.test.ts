import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { eventually } from '../../driver/simulator.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

const AT = '2030-01-02T03:04:05Z';
const link = (rel: string) => (address: string) =>
  `(() => {
  const link = Object.assign(document.createElement('a'), { target: '_blank', rel: '${rel}', href: '${address}' });
  document.body.append(link);
  link.click();
  link.remove();
})()`;

/** Ways to open a tab, of which the first three can see their opener. */
const ways = [
  ['window.open', (address: string) => `window.open('${address}'), undefined`],
  [
    'a window of its own',
    (address: string) => `window.open('${address}', '', 'width=500,height=400'), undefined`,
  ],
  ['a link with rel=opener', link('opener')],
  ['window.open with noopener', (address: string) => `window.open('${address}', '', 'noopener')`],
  ['a link to a new tab', link('')],
  ['a link with rel=noreferrer', link('noreferrer')],
] as const;

/** Windows without an address of their own, which their opener reads at once. */
const withoutAddress = [
  ['window.open without an address', 'window.open()'],
  ['window.open of about:blank', "window.open('about:blank')"],
  ['a named window', "window.open('', 'named')"],
  ['a window of its own', "window.open('about:blank', '', 'width=300,height=300')"],
] as const;

const DAY = 86_400_000;
const YEAR = 'new Date().getUTCFullYear()';

inBothBrowsers(
  ({ newTab, simulator }) => {
    let opened = 0;

    /** Opens a tab from a page, and gives it once it has loaded. */
    async function open(from: Tab, code: (address: string) => string): Promise<Page> {
      const address = `/faq?widget=none&reveal=1&opened=${opened++}`;
      await from.page.bringToFront();
      await from.page.evaluate(code(address));
      return eventually('the new tab', async () => {
        const pages = await simulator().browser.pages();
        const page = pages.find((one) => one.url().endsWith(address));
        return page && (await page.evaluate('window.firstScriptSaw !== undefined')) ? page : null;
      });
    }

    const firstTime = async (page: Page) => Number(await page.evaluate('firstScriptSaw.now'));
    const firstYear = async (page: Page) => new Date(await firstTime(page)).getUTCFullYear();

    /** Waits until another tab has heard from the background, and has the visitor of this one. */
    async function welcomed({ tabId }: Tab): Promise<void> {
      const console = await simulator().console();
      await eventually('the new tab to be known', async () => {
        const isKnown = await console.evaluate(`(async (browser) => {
          const all = await browser.storage.session.get(null);
          const { epoch } = all['simulation:${tabId}'];
          return Object.keys(all).some((key) => {
            const [what, id] = key.split(':');
            return what === 'timeline' && id !== '${tabId}' && all['simulation:' + id]?.epoch === epoch;
          });
        })(globalThis.browser ?? chrome)`);
        return isKnown ? true : null;
      });
    }

    async function simulated(): Promise<Tab> {
      const tab = await newTab();
      await tab.goTo('/faq?widget=none');
      await tab.become({ clock: { at: AT }, referrer: { value: 'https://example.com/' } });
      return tab;
    }

    test.each(ways)(
      'a tab opened by %s has the visitor from its first script on, and keeps it',
      async (_way, code) => {
        const tab = await simulated();
        const page = await open(tab, code);
        expect(await firstYear(page)).toBe(2030);
        await page.reload({ waitUntil: 'load' });
        expect(await firstYear(page)).toBe(2030);
        await page.close();
      },
    );

    test.each(ways)(
      'a tab opened by %s after a skip goes on from the clock of its opener',
      async (_way, code) => {
        const tab = await simulated();
        await tab.command({ command: 'skip', ms: DAY });
        const page = await open(tab, code);
        expect(await firstTime(page)).toBeGreaterThanOrEqual(Date.parse(AT) + DAY);
        await page.close();
      },
    );

    test.each(withoutAddress)(
      '%s, read at once, has the visitor and keeps it',
      async (_way, code) => {
        const tab = await simulated();
        await tab.command({ command: 'skip', ms: DAY });
        await tab.page.bringToFront();
        const atOnce = await tab.page.evaluate(`(() => {
          globalThis.opened = ${code};
          globalThis.itsDate = opened.Date;
          return opened.Date.now();
        })()`);
        expect(atOnce).toBeGreaterThanOrEqual(Date.parse(AT) + DAY);
        expect(atOnce).toBeLessThan(Date.parse('2031-01-01'));
        await welcomed(tab);
        expect(await tab.page.evaluate('opened.Date === itsDate')).toBe(true);
        const later = await tab.page.evaluate('opened.Date.now()');
        expect(later).toBeGreaterThanOrEqual(Number(atOnce));
        await tab.page.evaluate('opened.close()');
      },
    );

    test('a tab has its opener’s visitor, sooner or later, while another tab of the site has another', async () => {
      const other = await newTab();
      await other.goTo('/faq?widget=none');
      await other.become({ clock: { at: '2040-01-02T03:04:05Z' } });
      const tab = await simulated();
      const page = await open(tab, link(''));
      await eventually('the visitor', async () =>
        (await page.evaluate(YEAR)) === 2030 ? true : null,
      );
      await page.reload({ waitUntil: 'load' });
      expect(await firstYear(page)).toBe(2030);
      await page.close();
    });

    test('a tab that was not opened from a simulated one is not touched', async () => {
      const tab = await newTab();
      await simulated();
      await tab.goTo('/faq?widget=none');
      for (const [, code] of ways) {
        const page = await open(tab, code);
        expect(await firstYear(page)).toBeLessThan(2030);
        expect(await page.evaluate(YEAR)).toBeLessThan(2030);
        await page.close();
      }
      // Opened by hand while a simulated tab is in front.
      const byHand = await newTab();
      await byHand.goTo('/faq?widget=none&reveal=1');
      const { delivery, epoch } = await byHand.report('the page');
      expect([delivery, epoch]).toEqual(['none', 0]);
      expect(await firstYear(byHand.page)).toBeLessThan(2030);
    });

    test('two tabs with different visitors on one origin do not touch each other', async () => {
      const one = await simulated();
      const other = await newTab();
      await other.goTo('/faq?widget=none');
      await other.become({ clock: { at: '2040-01-02T03:04:05Z' } });
      for (const [tab, year] of [
        [one, 2030],
        [other, 2040],
        [one, 2030],
      ] as const) {
        await tab.page.bringToFront();
        await tab.goTo('/faq?widget=none&reveal=1');
        expect(await firstYear(tab.page)).toBe(year);
        await tab.report('the page', ({ delivery }) => delivery === 'in time');
      }
      await other.become({});
      await one.goTo('/faq?widget=none&reveal=1');
      expect(await firstYear(one.page)).toBe(2030);
    });

    test('a redirect brings the visitor along', async () => {
      const tab = await simulated();
      await tab.page.goto(`${inject('origin')}/redirect?to=%2Ffaq%3Fwidget%3Dnone%26reveal%3D1`);
      expect(await firstYear(tab.page)).toBe(2030);
      await tab.report('the page', ({ delivery }) => delivery === 'in time');
    });

    test('a page that comes back has the visitor that is in force now', async () => {
      const tab = await newTab();
      await tab.goTo('/faq?widget=none&reveal=1&first');
      await tab.follow('/sale?widget=none');
      await tab.become({ clock: { at: AT } });
      await tab.page.goBack();
      await eventually('the visitor', async () =>
        (await tab.page.evaluate(YEAR)) === 2030 ? true : null,
      );
      await tab.report('the page', ({ epoch, delivery }) => epoch > 0 && delivery !== 'none');
    });
  },
  { preferences: { 'dom.disable_open_during_load': false } },
);
