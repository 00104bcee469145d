import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { expect, inject, test } from 'vitest';
import { eventually } from '../../driver/simulator.ts';
import { faultsOf } from './axe.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

/** An element of a popup in words, once it is there. */
const textOf = async (popup: Page, selector: string): Promise<string> => {
  await popup.waitForSelector(selector);
  return popup.$eval(selector, ({ textContent }) => textContent ?? '');
};

/** Lets pages come without the visitor, as some do from a service worker. */
const stopDelivery = (popup: Page) =>
  popup.evaluate(`(async (browser) => {
    const rules = await browser.declarativeNetRequest.getSessionRules();
    const removeRuleIds = rules.map(({ id }) => id);
    await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds });
  })(globalThis.browser ?? chrome)`);

const badge = v.object({
  text: v.string(),
  color: v.pipe(
    v.array(v.number()),
    v.transform((parts) => parts.slice(0, 3).join()),
  ),
  title: v.string(),
});

/** What the toolbar button shows of a tab. */
const badgeOf = async (popup: Page, tabId: number) =>
  v.parse(
    badge,
    JSON.parse(
      String(
        await popup.evaluate(`(async ({ action }) => JSON.stringify({
          text: await action.getBadgeText({ tabId: ${tabId} }),
          color: Array.from(await action.getBadgeBackgroundColor({ tabId: ${tabId} })),
          title: await action.getTitle({ tabId: ${tabId} }),
        }))((globalThis.browser ?? chrome))`),
      ),
    ),
  );

inBothBrowsers(
  ({ newTab, simulator }) => {
    const popupOf = ({ tabId }: Tab) => simulator().popupFor(tabId);
    const faults = (popup: Page) => faultsOf(simulator(), popup);

    test('where nothing can be simulated the popup says why, and axe finds nothing', async () => {
      const own = await simulator().ownPage('src/popup/welcome.html');
      const ownId = await own.evaluate(
        '(globalThis.browser ?? chrome).tabs.getCurrent().then(({ id }) => id)',
      );
      const forbidden = await simulator().popupFor(Number(ownId));
      expect(await textOf(forbidden, 'h2')).toBe('This page cannot be tested');
      expect(await textOf(forbidden, '.statement p')).toContain('Extensions may not run here');
      expect(await faults(forbidden), 'forbidden').toEqual([]);
      await forbidden.close();
      await own.close();

      const tab = await newTab();
      const elsewhere = inject('origin').replace('127.0.0.1', 'localhost');
      await tab.page.goto(`${elsewhere}/faq?widget=none`, { waitUntil: 'load' });
      await simulator().clickToolbarButton(tab.page);
      const off = await popupOf(tab);
      expect(await textOf(off, 'h2')).toBe('Off on this site');
      expect(await textOf(off, '.statement')).toContain('No chat widget was found on this page');
      expect(await faults(off), 'off').toEqual([]);
      await off.close();
    });

    test('what keeps a page from being simulated is said and can be mended, and axe finds nothing', async () => {
      const tab = await newTab();
      await tab.goTo('/faq?widget=none');
      await tab.become({ clock: { at: '2030-01-02T03:04:05Z' } });
      await tab.enable('waitTime');
      let popup = await popupOf(tab);
      const shown = (what: string, words: string) =>
        eventually(`the badge of ${what}`, async () => {
          const present = await badgeOf(popup, tab.tabId);
          return present.title.includes(words) ? present : null;
        });
      const running = await shown('an override and a scenario', 'Enabled scenarios: 1');
      expect(running.text).toBe('1');
      await tab.page.bringToFront();
      await tab.page.goto('about:blank');
      await stopDelivery(popup);
      await tab.goTo('/sale?widget=none');
      const late = await shown('a late visitor', 'too late');
      expect(late.text).toBe('1');
      await tab.page.goto('about:blank');
      await tab.goTo('/broken/widget-error?widget=none');
      await tab.report('the widget to fail', ({ widget }) => widget.state === 'error');
      const problem = await shown('a widget error', 'reported an error');
      expect(new Set([running, late, problem].map(({ color }) => color)).size).toBe(3);
      await popup.bringToFront();
      expect(await textOf(popup, '.site-line .pill[data-state=error]')).toBe('Widget error');
      expect(await textOf(popup, '[data-scenario=waitTime] .pill')).toBe('widget error');
      expect(await textOf(popup, '.notice.plain')).toContain(
        'The chat widget reported an error: 1',
      );
      expect(await textOf(popup, '.notice.waiting')).toContain('Applied late:');
      expect(await faults(popup), 'applied late, with a widget error').toEqual([]);

      await simulator().updateExtension();
      if (!popup.isClosed()) await popup.close();
      popup = await popupOf(tab);
      expect(await textOf(popup, '.notice.waiting')).toContain(
        'The extension was updated after this page was loaded.',
      );
      expect(await faults(popup), 'from before an update').toEqual([]);
      await popup.locator('.notice.waiting button').click();
      await popup.waitForSelector('.notice.waiting', { hidden: true });
      await tab.report('the page to be there again');
      await popup.close();
    });
  },
  { preferences: { 'ui.prefersReducedMotion': 1 } },
);
