import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SecureSite } from './secureSite.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

const DAYS = 86_400;

/** A cookie of every kind; the counter is there twice, with different paths. */
const COOKIES = [
  'visits=7; Path=/counted; HttpOnly; Secure; SameSite=Strict; Max-Age=864000',
  'visits=5; Path=/',
  'visits=9; Path=/elsewhere; Secure',
  'session=abc; Path=/; HttpOnly; Secure; SameSite=Lax',
  'apart=1; Path=/; Secure; HttpOnly; SameSite=None; Partitioned; Max-Age=1000000',
  `plain=x; Path=/counted; Max-Age=${DAYS}`,
];

/** Counts in whatever store the address names, while the page loads. */
const COUNTING_PAGE = `<script>
  const store = window[new URLSearchParams(location.search).get('in')];
  if (store) store.setItem('seen', String(Number(store.getItem('seen') ?? 0) + 1));
</script>`;

/** Puts something into both storages that a first visitor does not have. */
const FILL = `(() => {
  for (const storage of [localStorage, sessionStorage]) {
    storage.setItem('seen', '4');
    storage.setItem('ä "quoted"\\n', '\\u0000\\ud83d');
    storage.setItem('', 'no name');
  }
})()`;

const STORED = `JSON.stringify([{ ...localStorage }, { ...sessionStorage }].map((one) => Object.entries(one).sort()))`;

/** The cookies of the site, as the driver finds them. */
async function cookies(page: Page): Promise<unknown[]> {
  const all = await page.browserContext().cookies();
  return all
    .filter(({ domain }) => domain === '127.0.0.1')
    .map((cookie) => JSON.stringify(cookie, Object.keys(cookie).sort()))
    .sort();
}

/** Name and value of the cookies that were sent, in order. */
const sent = (header: string | undefined): string[] => (header ? header.split('; ').sort() : []);

inBothBrowsers(
  ({ name, newTab, enableSite }) => {
    let site: SecureSite;

    beforeAll(async () => {
      site = await SecureSite.start((path) =>
        path === '/set' ? { cookies: COOKIES } : { html: COUNTING_PAGE },
      );
      await enableSite(`${site.origin}/`);
    });

    afterAll(() => site?.close());

    /** A tab at a page of the site, which has set all of its cookies. */
    async function atPage(path: string): Promise<Tab> {
      const tab = await newTab();
      await tab.page.goto(`${site.origin}/set`);
      await tab.page.goto(site.origin + path);
      await tab.report('the page');
      return tab;
    }

    async function reset(tab: Tab): Promise<void> {
      await tab.become({});
      await tab.report('the real visitor', ({ epoch }) => epoch === 0);
    }

    test('a counter in several cookies is the one that the server sees, and is put back', async () => {
      const tab = await atPage('/counted/page');
      const before = await cookies(tab.page);
      expect(before).toHaveLength(COOKIES.length);
      await tab.become({ visits: { number: 3, store: 'cookie', name: 'visits' } });
      expect(sent(site.last('/counted/page')?.cookie)).toEqual([
        'apart=1',
        'plain=x',
        'session=abc',
        'visits=2',
        'visits=2',
      ]);
      const during = await cookies(tab.page);
      expect(during.map((one) => String(one).replace(/"value":"2"/, ''))).not.toEqual(before);
      expect(during).toHaveLength(before.length);
      await reset(tab);
      expect(await cookies(tab.page)).toEqual(before);
      expect(sent(site.last('/counted/page')?.cookie)).toContain('visits=7');
    });

    test('on the first visit the counter is not sent, and the one of another path stays', async () => {
      const tab = await atPage('/counted/page');
      const before = await cookies(tab.page);
      await tab.become({ visits: { number: 1, store: 'cookie', name: 'visits' } });
      expect(sent(site.last('/counted/page')?.cookie)).toEqual([
        'apart=1',
        'plain=x',
        'session=abc',
      ]);
      await tab.page.goto(`${site.origin}/elsewhere`);
      expect(sent(site.last('/elsewhere')?.cookie)).toContain('visits=9');
      await reset(tab);
      expect(await cookies(tab.page)).toEqual(before);
    });

    test.each(['partitioned', 'HttpOnly'])(
      'a counter that is %s is set and put back',
      async (kind) => {
        const name = kind === 'partitioned' ? 'apart' : 'session';
        const tab = await atPage('/counted/page');
        const before = await cookies(tab.page);
        await tab.become({ visits: { number: 42, store: 'cookie', name } });
        expect(sent(site.last('/counted/page')?.cookie)).toContain(`${name}=41`);
        expect(await cookies(tab.page)).toHaveLength(before.length);
        await reset(tab);
        expect(await cookies(tab.page)).toEqual(before);
      },
    );

    test('what the site does to its cookies meanwhile is undone too', async () => {
      const tab = await atPage('/counted/page');
      const before = await cookies(tab.page);
      await tab.become({ visits: { number: 3, store: 'cookie', name: 'plain' } });
      await tab.page.evaluate(`document.cookie = 'plain=1; path=/; max-age=1000'`);
      await tab.page.evaluate(`document.cookie = 'plain=; path=/counted; max-age=0'`);
      await reset(tab);
      expect(await cookies(tab.page)).toEqual(before);
    });

    test('a page that does not add one gets the number itself', async () => {
      const tab = await atPage('/counted/page');
      await tab.become({
        visits: { number: 3, store: 'localStorage', name: 'seen', addsOne: false },
      });
      expect(await tab.page.evaluate(`localStorage.getItem('seen')`)).toBe('3');
      await reset(tab);
      expect(await tab.page.evaluate(`localStorage.getItem('seen')`)).toBeNull();
    });

    test('a first visit has nothing of the site, and all of it is put back', async () => {
      const tab = await atPage('/counted/page');
      await tab.page.evaluate(FILL);
      const before = { cookies: await cookies(tab.page), stored: await tab.page.evaluate(STORED) };
      await tab.become({ visits: { first: true } });
      expect(site.last('/counted/page')?.cookie).toBeUndefined();
      expect(await cookies(tab.page)).toEqual([]);
      expect(await tab.page.evaluate(STORED)).toBe('[[],[]]');
      // What the site keeps of the first visitor is gone again afterwards.
      await tab.page.goto(`${site.origin}/set`);
      await tab.page.evaluate(
        `localStorage.setItem('new', '1'); sessionStorage.setItem('seen', '9')`,
      );
      await tab.page.evaluate(`document.cookie = 'new=1'`);
      await tab.page.goto(`${site.origin}/counted/page`);
      await reset(tab);
      expect({ cookies: await cookies(tab.page), stored: await tab.page.evaluate(STORED) }).toEqual(
        before,
      );
      await tab.page.evaluate('localStorage.clear(); sessionStorage.clear()');
    });

    test('two tabs that share a counter: what was there first is there last', async () => {
      const one = await atPage('/counted/page');
      const before = await cookies(one.page);
      const other = await newTab();
      await other.page.goto(`${site.origin}/counted/page`);
      await other.report('the page');
      await one.become({ visits: { number: 3, store: 'cookie', name: 'visits' } });
      await other.become({ visits: { first: true } });
      expect(site.last('/counted/page')?.cookie).toBeUndefined();
      await reset(one);
      await reset(other);
      expect(await cookies(one.page)).toEqual(before);
    });

    test('a tab that is closed gives back what it took', async () => {
      const tab = await atPage('/counted/page');
      const before = await cookies(tab.page);
      const watcher = await newTab();
      await watcher.page.goto(`${site.origin}/elsewhere`);
      await tab.become({ visits: { number: 3, store: 'cookie', name: 'visits' } });
      await expect.poll(() => cookies(watcher.page), { timeout: 60_000 }).not.toEqual(before);
      await tab.page.close();
      await expect.poll(() => cookies(watcher.page), { timeout: 60_000 }).toEqual(before);
    });

    test('what another tab of the site loads meanwhile takes nothing back', async () => {
      const tab = await atPage('/counted/page');
      const before = await cookies(tab.page);
      const other = await newTab();
      let isLoading = true;
      const loads = (async () => {
        while (isLoading) await other.page.goto(`${site.origin}/elsewhere`);
      })();
      try {
        for (const number of [2, 3, 4, 5, 6, 7, 8, 9]) {
          await tab.become({ visits: { number, store: 'cookie', name: 'visits' } });
          expect(sent(site.last('/counted/page')?.cookie)).toContain(`visits=${number - 1}`);
        }
      } finally {
        isLoading = false;
        await loads;
      }
      await reset(tab);
      expect(await cookies(tab.page)).toEqual(before);
    });

    test.each(['localStorage', 'sessionStorage'])(
      'a counter in %s is found after two loads, by its growth',
      async (store) => {
        const tab = await newTab();
        await tab.page.goto(`${site.origin}/counted/page?in=${store}`);
        await tab.become({ clock: { at: null } });
        await tab.page.reload();
        expect(await tab.found('seen')).toMatchObject({ store, addsOne: true });
        await reset(tab);
        await tab.page.evaluate('localStorage.clear()');
      },
    );

    test('a counter with a usual name is found at once', async () => {
      const tab = await newTab();
      await tab.page.goto(`${site.origin}/counted/page`);
      await tab.page.evaluate(`document.cookie = 'timesPageVisited=3; path=/'`);
      await tab.report('the page');
      const found = await tab.found('timesPageVisited');
      expect(found).toEqual({ store: 'cookie', name: 'timesPageVisited', value: 3, addsOne: null });
      await tab.page.evaluate(`document.cookie = 'timesPageVisited=; path=/; max-age=0'`);
    });

    test('a counter of a whole domain is set and put back, or left alone and told', async () => {
      const { port } = new URL(site.origin);
      const shop = `https://shop.contoso.localhost:${port}`;
      await enableSite(`${shop}/`);
      const tab = await newTab();
      await tab.page.goto(`${shop}/counted/page`);
      await tab.page.evaluate(`document.cookie = 'wide=7; path=/; domain=contoso.localhost'`);
      await tab.page.evaluate(`document.cookie = 'narrow=7; path=/'`);
      await tab.report('the page');
      const seen = () => tab.page.evaluate('document.cookie');
      // Of this host only, and not secure, though the page is.
      await tab.become({ visits: { number: 3, store: 'cookie', name: 'narrow' } });
      expect(await seen()).toBe('wide=7; narrow=2');
      await reset(tab);
      expect(await seen()).toBe('wide=7; narrow=7');
      const visitor = { visits: { number: 3, store: 'cookie', name: 'wide' } } as const;
      const problems = await tab.tryCommand({ command: 'set visitor', visitor });
      if (name === 'chrome') {
        expect(problems.map(({ path, text }) => [path, text.key, text.values])).toEqual([
          ['visits.name', 'problemCookieUnreachable', ['wide']],
        ]);
      } else {
        await tab.report('the visitor', ({ epoch }) => epoch > 0);
        expect(sent(String(await seen()))).toContain('wide=2');
        await reset(tab);
      }
      expect(sent(String(await seen()))).toEqual(['narrow=7', 'wide=7']);
    });
  },
  { enable: false },
);
