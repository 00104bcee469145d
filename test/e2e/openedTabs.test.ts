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

/** Ways to open a tab that can see its opener, and ways to open one that cannot. */
const withOpener = [
  ['window.open', (address: string) => `window.open('${address}'), undefined`],
  [
    'a window of its own',
    (address: string) => `window.open('${address}', '', 'width=500,height=400'), undefined`,
  ],
  ['a link with rel=opener', link('opener')],
] as const;
const withoutOpener = [
  ['window.open with noopener', (address: string) => `window.open('${address}', '', 'noopener')`],
  ['a link to a new tab', link('')],
] as const;

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

    const firstYear = async (page: Page) =>
      new Date(Number(await page.evaluate('firstScriptSaw.now'))).getUTCFullYear();

    async function simulated(): Promise<Tab> {
      const tab = await newTab();
      await tab.goTo('/faq?widget=none');
      await tab.become({ clock: { at: AT }, referrer: { value: 'https://example.com/' } });
      return tab;
    }

    test.each(withOpener)(
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

    test.each(withoutOpener)(
      'a tab opened by %s has the visitor, from its first load or its second on',
      async (_way, code) => {
        const tab = await simulated();
        const page = await open(tab, code);
        await eventually('the visitor', async () =>
          (await page.evaluate(YEAR)) === 2030 ? true : null,
        );
        await page.reload({ waitUntil: 'load' });
        expect(await firstYear(page)).toBe(2030);
        await page.close();
      },
    );

    test('a tab that was not opened from a simulated one is not touched', async () => {
      const tab = await newTab();
      await simulated();
      await tab.goTo('/faq?widget=none');
      for (const [, code] of [...withOpener, ...withoutOpener]) {
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
