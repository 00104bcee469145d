import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { command, eventually, snapshotOf } from '../../driver/simulator.ts';
import { inBothBrowsers } from './withExtension.ts';

const COUNTER = 'timesPageVisited';

/** What the extension keeps, by an expression in which `browser` is its API. */
const kept = async (popup: Page, expression: string): Promise<unknown> =>
  JSON.parse(
    String(
      await popup.evaluate(
        `(async (browser) => JSON.stringify(await ${expression}))(globalThis.browser ?? chrome)`,
      ),
    ),
  );

inBothBrowsers(({ newTab, simulator }) => {
  test('a site disabled in the browser’s settings leaves nothing, and gets its counter back later', async () => {
    const console = await simulator().console();
    const tab = await newTab();
    const { page, tabId } = tab;
    const origin = inject('origin').replace('127.0.0.1', 'localhost');
    await page.goto(`${origin}/faq?widget=none`, { waitUntil: 'load' });
    await (await simulator().enableSite(page, tabId)).close();
    await page.bringToFront();
    await tab.become({
      clock: { at: '2030-01-02T03:04:05Z' },
      visits: { number: 3, store: 'cookie', name: COUNTER },
    });
    expect(await page.evaluate('document.cookie')).toBe(`${COUNTER}=2`);
    const sessionKeys = () =>
      kept(
        console,
        `browser.storage.session.get(null).then((all) => Object.keys(all).filter((key) => key.endsWith(':${tabId}')))`,
      );
    const rules = () =>
      kept(
        console,
        `browser.declarativeNetRequest.getSessionRules().then((all) => all.filter(({ condition }) => condition.tabIds?.includes(${tabId})))`,
      );
    const localKeys = () => kept(console, 'browser.storage.local.get(null).then(Object.keys)');
    expect(await sessionKeys()).toContain(`simulation:${tabId}`);
    expect(await rules()).toHaveLength(1);
    expect(await localKeys()).toContain(`visits:${origin}`);

    await kept(console, `browser.permissions.remove({ origins: ['*://localhost/*'] })`);
    const nothing = async (look: () => Promise<unknown>) => {
      const all = await look();
      return Array.isArray(all) && all.length === 0 ? all : null;
    };
    await eventually('the record of the tab to go', () => nothing(sessionKeys));
    await eventually('the rules of the tab to go', () => nothing(rules));
    await eventually('the visits to go', async () =>
      [await localKeys()].flat().includes(`visits:${origin}`) ? null : true,
    );
    // The document that was open still has our scripts: its visitor goes, and it is not heard any more.
    await eventually('the page to see the real visitor', async () =>
      Number(await page.evaluate('new Date().getUTCFullYear()')) < 2030 ? true : null,
    );
    await command(console, { command: 'fire', tabId, scenarioId: 'waitTime' });
    const { site, timeline } = await snapshotOf(console, tabId);
    expect(site.state).not.toBe('on');
    expect(timeline).toEqual([]);

    await page.bringToFront();
    await page.goto(`${origin}/faq?widget=none`, { waitUntil: 'load' });
    await (await simulator().enableSite(page, tabId)).close();
    await eventually('the counter to be given back', async () =>
      (await page.evaluate('document.cookie')) === '' ? true : null,
    );
    expect(await kept(console, `browser.storage.local.get('loans')`)).toEqual({
      loans: '[]',
    });
  });

  test('the record of a tab goes although the background has just been stopped', async () => {
    const console = await simulator().console();
    const tab = await newTab();
    const { page, tabId } = tab;
    const disable = () =>
      kept(console, `browser.permissions.remove({ origins: ['*://localhost/*'] })`);
    // The test before has enabled it.
    await disable();
    const origin = inject('origin').replace('127.0.0.1', 'localhost');
    await page.goto(`${origin}/faq?widget=none`, { waitUntil: 'load' });
    await (await simulator().enableSite(page, tabId)).close();
    await page.bringToFront();
    await tab.become({ clock: { at: '2030-01-02T03:04:05Z' } });
    const keys = async () =>
      [await kept(console, 'browser.storage.session.get(null).then(Object.keys)')]
        .flat()
        .filter((key) => String(key).endsWith(`:${tabId}`));
    expect(await keys()).toContain(`simulation:${tabId}`);
    await simulator().stopBackground();
    await disable();
    await eventually('the record of the tab to go', async () =>
      (await keys()).length === 0 ? true : null,
    );
  });
});
