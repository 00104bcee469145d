import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, snapshotOf } from '../../driver/simulator.ts';
import { inBothBrowsers } from './withExtension.ts';

/** Pages with a picture that never comes. */
const site = createServer((request, response) => {
  if (request.url !== '/') return;
  response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
  response.end('<!doctype html><title>Endless</title><img src="/never">');
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

inBothBrowsers(
  ({ newTab, simulator }) => {
    test('a page that never ends to load does not keep another site from being enabled', async () => {
      for (const host of ['localhost', '127.0.0.1']) {
        const tab = await newTab();
        await tab.page.goto(`http://${host}:${port}/`, { waitUntil: 'domcontentloaded' });
        const popup = await simulator().enableSite(tab.page, tab.tabId);
        const { site } = await eventually('the page to be simulated', async () => {
          const snapshot = await snapshotOf(popup, tab.tabId);
          return snapshot.report ? snapshot : null;
        });
        expect(site).toMatchObject({ state: 'on', host: `${host}:${port}` });
        await popup.close();
      }
      const console = await simulator().console();
      expect(
        await console.evaluate(
          '(globalThis.browser ?? chrome).scripting.getRegisteredContentScripts().then((all) => all[0].matches.toSorted().join())',
        ),
      ).toBe('*://127.0.0.1/*,*://localhost/*');
    });
  },
  { enable: false },
);
