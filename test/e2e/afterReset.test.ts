import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { provideBrowser } from '../../driver/installBrowser.ts';
import { launchBrowser } from '../../driver/launch.ts';
import { PATIENCE } from '../../driver/simulator.ts';
import { RURITANIA } from '../../src/model/visitor/country.ts';
import type { Visitor } from '../../src/model/visitor/visitor.ts';
import { SecureSite } from './secureSite.ts';
import { cookiesOf, tracesIn } from './traces.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

const HOST = '127.0.0.1';
const PAGE = '/shop/page';
const END = 'Expires=Tue, 01 Jun 2027 10:20:30 GMT';

const COOKIES = [
  'visits=7; Path=/; HttpOnly; Secure; SameSite=Strict',
  `apart=1; Path=/; Secure; SameSite=None; Partitioned; ${END}`,
  `kept=x; Path=/shop; SameSite=Lax; ${END}`,
  'plain=y; Path=/',
];

/** Counts while it loads, as the sites do that are simulated. */
const COUNTING_PAGE = `<p>A page<script>
  {
    const [, count = 0] = /timesPageVisited=(\\d+)/.exec(document.cookie) ?? [];
    document.cookie = 'timesPageVisited=' + (Number(count) + 1) + '; path=/; ${END}';
  }
</script>`;

const everything: Visitor = {
  clock: { at: '2030-01-02T03:04:05Z' },
  country: { ...RURITANIA, language: 'de-AT', timeZone: 'Asia/Tokyo' },
  referrer: { value: 'https://search.example/', until: 'reset' },
  visits: { first: true },
};

inBothBrowsers(
  ({ name, newTab, enableSite, simulator }) => {
    let site: SecureSite;

    beforeAll(async () => {
      site = await SecureSite.start((path) => {
        if (path === '/set') return { cookies: COOKIES };
        return path === PAGE ? { html: COUNTING_PAGE } : {};
      });
      await enableSite(`${site.origin}/`);
    });

    afterAll(() => site?.close());

    async function seed(page: Page): Promise<void> {
      await page.goto(`${site.origin}/set`);
      await page.evaluate(
        `localStorage.setItem('theme', 'dark'); sessionStorage.setItem('basket', '[]')`,
      );
      await page.goto(site.origin + PAGE);
    }

    const reset = async (tab: Tab) => {
      await tab.become({});
      await tab.report(
        'the real visitor',
        ({ epoch, delivery }) => epoch === 0 && delivery === 'none',
      );
    };

    /** What can be told from the page and its request when the visits are over. */
    async function outcome(page: Page) {
      await page.reload();
      const traces = await tracesIn(page, HOST);
      return { ...traces, request: site.last(PAGE)?.rawHeaders };
    }

    test('nothing differs from a fresh profile that has made the same visits', async () => {
      const tab = await newTab();
      await seed(tab.page);
      await tab.report('the page');
      await tab.become(everything);
      const during = await tracesIn(tab.page, HOST);
      await tab.page.evaluate(
        `localStorage.setItem('theme', 'light'); sessionStorage.setItem('new', '1')`,
      );
      await tab.page.goto(`${site.origin}/set`);
      await tab.page.goto(site.origin + PAGE);
      await tab.report('the page');
      await reset(tab);
      await tab.become({ visits: { number: 40, store: 'cookie', name: 'timesPageVisited' } });
      expect(await tab.page.evaluate('document.cookie')).toContain('timesPageVisited=40');
      await reset(tab);
      const ours = await outcome(tab.page);

      const fresh = await launchBrowser(name, await provideBrowser(name, () => {}), {
        headless: true,
      });
      try {
        const page = await fresh.newPage();
        page.setDefaultTimeout(PATIENCE);
        await page.setViewport({ width: 1200, height: 800 });
        await seed(page);
        // The visits that were not simulated: the two loads after a Reset.
        for (let load = 0; load < 2; load++) await page.reload();
        const theirs = await outcome(page);
        expect(ours.cookies).toEqual(theirs.cookies);
        expect(ours.seen).toEqual(theirs.seen);
        expect(ours.request).toEqual(theirs.request);
        expect(ours.globals).toEqual(theirs.globals);
        // The comparison does see a visitor that is simulated.
        expect(during.globals).not.toEqual(theirs.globals);
        expect(during.seen).not.toEqual(theirs.seen);
      } finally {
        await fresh.close();
      }
    });

    test('what was taken is given back when the extension is updated', async () => {
      const tab = await newTab();
      await seed(tab.page);
      await tab.report('the page');
      const stored = () =>
        tab.page.evaluate(
          `JSON.stringify([localStorage, sessionStorage].map((one) => Object.entries(one).sort()))`,
        );
      const before = { cookies: await cookiesOf(tab.page, HOST), stored: await stored() };
      await tab.become({ visits: { first: true } });
      expect({ cookies: await cookiesOf(tab.page, HOST), stored: await stored() }).not.toEqual(
        before,
      );
      await simulator().updateExtension();
      await expect
        .poll(async () => ({ cookies: await cookiesOf(tab.page, HOST), stored: await stored() }), {
          timeout: PATIENCE,
        })
        .toEqual(before);
    });
  },
  { enable: false },
);
