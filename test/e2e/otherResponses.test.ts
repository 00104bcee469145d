import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../driver/simulator.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

const PAGE = `<!doctype html><title>Page</title>
<script>window.firstScriptSaw = { now: Date.now(), referrer: document.referrer, cookie: '' }</script>`;

/** Answers navigations from the worker itself, as an offline page does. */
const WORKER = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  event.respondWith(new Response(${JSON.stringify(PAGE)}, { headers: { 'content-type': 'text/html' } }));
});`;

const site = createServer((request, response) => {
  const isWorker = request.url === '/worker.js';
  const type = isWorker ? 'text/javascript' : 'text/html';
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(isWorker ? WORKER : PAGE);
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = site.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});

afterAll(() => {
  site.closeAllConnections();
  site.close();
});

const VISITOR = { clock: { at: '2030-01-02T03:04:05Z' } };
const HOST = 'shop.example';

const firstYear = async (tab: Tab) => new Date((await tab.firstScriptSaw()).now).getUTCFullYear();
const delivered = (tab: Tab, how: string) =>
  tab.report(`the visitor to be ${how}`, ({ delivery }) => delivery === how);

inBothBrowsers(
  ({ name, newTab, simulator }) => {
    test('a page from a service worker has the visitor that the page before it left', async () => {
      const tab = await newTab();
      const { page } = tab;
      await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'load' });
      await page.evaluate(`(async () => {
        await navigator.serviceWorker.register('/worker.js');
        await navigator.serviceWorker.ready;
      })()`);
      await page.reload({ waitUntil: 'load' });
      await eventually('the worker to answer', async () =>
        (await page.evaluate('navigator.serviceWorker.controller !== null')) ? true : null,
      );
      await tab.become(VISITOR);
      expect(await firstYear(tab)).toBe(2030);
      await delivered(tab, 'in time');
      await tab.follow('/next');
      expect(await firstYear(tab)).toBe(2030);
      await delivered(tab, 'in time');
      expect(await page.evaluate('sessionStorage.length')).toBe(0);
      await tab.become({});
      expect(await firstYear(tab)).toBeLessThan(2030);
      await delivered(tab, 'none');
      await page.evaluate(
        'navigator.serviceWorker.getRegistration().then((worker) => worker.unregister())',
      );
    });

    // Chromium tells of the header on every page.
    test.runIf(name === 'firefox')('a page over plain http has it too', async () => {
      const tab = await newTab();
      await tab.page.goto(`http://${HOST}:${port}/`, { waitUntil: 'load' });
      await (await simulator().enableSite(tab.page, tab.tabId)).close();
      await tab.page.bringToFront();
      await tab.become(VISITOR);
      expect(await firstYear(tab)).toBe(2030);
      await delivered(tab, 'in time');
      await tab.follow('/next');
      expect(await firstYear(tab)).toBe(2030);
      // The first page after one of another site has nobody to leave it anything.
      await tab.page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'load' });
      await tab.page.goto(`http://${HOST}:${port}/`, { waitUntil: 'load' });
      await delivered(tab, 'late');
      await tab.page.reload({ waitUntil: 'load' });
      expect(await firstYear(tab)).toBe(2030);
    });

    test('a page that comes back finds nothing of ours in its storage', async () => {
      const tab = await newTab();
      await tab.goTo('/faq?widget=none&keep=600');
      await tab.become({ referrer: { value: 'https://example.com/' } });
      await tab.page.evaluate(`addEventListener('pageshow', ({ persisted }) => {
        window.cameBack = { persisted, keys: Object.keys(sessionStorage) };
      })`);
      await tab.follow('/sale?widget=none');
      await tab.page.goBack();
      const back = await tab.page.evaluate('JSON.stringify(window.cameBack ?? null)');
      expect([null, { persisted: true, keys: [] }]).toContainEqual(JSON.parse(String(back)));
      await eventually('the storage to be as it was', async () =>
        (await tab.page.evaluate('sessionStorage.length')) === 0 ? true : null,
      );
      expect(await tab.page.evaluate('document.referrer')).toBe('https://example.com/');
    });

    test('a tab closed while it gets a visitor leaves nothing', async () => {
      const console = await simulator().console();
      const { page, tabId } = await simulator().newTab();
      await page.goto(`http://127.0.0.1:${port}/closed`, { waitUntil: 'load' });
      const visitor = {
        ...VISITOR,
        visits: { number: 3, store: 'cookie', name: 'timesPageVisited' },
      };
      await console.evaluate(
        `(globalThis.browser ?? chrome).runtime.sendMessage(${JSON.stringify({ command: 'set visitor', tabId, visitor })}).catch(() => {}), undefined`,
      );
      await page.close();
      const left = `(async (browser) => JSON.stringify([
        Object.keys(await browser.storage.session.get(null)).filter((key) => key.endsWith(':${tabId}')),
        (await browser.declarativeNetRequest.getSessionRules()).filter(({ condition }) => condition.tabIds?.includes(${tabId})),
        JSON.parse((await browser.storage.local.get('loans')).loans ?? '[]').filter((loan) => loan.tabId === ${tabId}),
      ]))(globalThis.browser ?? chrome)`;
      await eventually('everything to go', async () =>
        (await console.evaluate(left)) === '[[],[],[]]' ? true : null,
      );
    });
  },
  { preferences: { 'network.dns.localDomains': HOST } },
);
