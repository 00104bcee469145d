import { createServer } from 'node:http';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../driver/simulator.ts';
import { show } from './popupForm.ts';
import { inBothBrowsers, type Tab, type TabWithPopup } from './withExtension.ts';

const PAGE = '<!doctype html><title>Page</title><h1>Page</h1>';

/** Says when it is and where it is, by itself, when asked, and when a timer of an hour fires. */
const WORKER = `
importScripts('beside.js');
const say = (why) => postMessage({ why, year: new Date().getFullYear(), now: Date.now(), path: location.pathname, beside });
setTimeout(() => say('fired'), 3600000);
onmessage = () => say('asked');
say('begun');`;

/** The policies of the site's pages, by their paths. */
const POLICIES: Readonly<Record<string, string>> = {
  '/no-blob-workers': "script-src 'self' 'unsafe-inline'; worker-src 'self'",
  '/no-imports': "script-src 'nonce-a'; worker-src 'self' blob:",
};

const SCRIPTS: Readonly<Record<string, string>> = {
  '/code/worker.js': WORKER,
  '/code/beside.js': 'var beside = true;',
  '/code/shared.js': 'onconnect = ({ ports: [port] }) => port.postMessage(Date.now());',
};

const site = createServer((request, response) => {
  const path = request.url ?? '/';
  const script = SCRIPTS[path];
  const policy = POLICIES[path];
  response.writeHead(200, {
    'content-type': script === undefined ? 'text/html' : 'text/javascript',
    'cache-control': 'no-store',
    ...(policy !== undefined && { 'content-security-policy': policy }),
  });
  response.end(script ?? PAGE);
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

const HOUR = 3_600_000;
const VISITOR = { clock: { at: '2030-01-02T03:04:05Z' } };

const said = v.object({
  why: v.string(),
  year: v.number(),
  now: v.number(),
  path: v.string(),
  beside: v.boolean(),
});

/** Makes a worker; what it says is kept in the page. */
const makeWorker = (tab: Tab, address: string) =>
  tab.page.evaluate(`{
    globalThis.heard = [];
    globalThis.worker = new Worker(${address});
    worker.onmessage = ({ data }) => heard.push(data);
    worker.onerror = ({ message }) => heard.push(String(message));
  }`);

const heard = (tab: Tab, why: string): Promise<v.InferOutput<typeof said>> =>
  eventually(`the worker to say: ${why}`, async () => {
    const all = v.parse(v.array(said), await tab.page.evaluate('heard'));
    return all.find((one) => one.why === why) ?? null;
  });

const open = async (tab: Tab, path: string) => {
  await tab.page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'load' });
  await tab.become(VISITOR);
};

/** The notes of the card of the clock. */
const notes = async (tab: TabWithPopup): Promise<string> => {
  await show(tab.popup, 'visitor');
  return String(
    await tab.popup.evaluate(
      `[...document.querySelectorAll('.card[data-override=clock] .note')].map((note) => note.textContent).join(' ')`,
    ),
  );
};

inBothBrowsers(({ newTab, newTabWithPopup }) => {
  test('a worker has the page’s time and its own address, and skips with the page', async () => {
    const tab = await newTabWithPopup();
    await open(tab, '/');
    await makeWorker(tab, `'/code/worker.js', { name: 'mine' }`);
    expect(await heard(tab, 'begun')).toMatchObject({ year: 2030, path: '/code/worker.js' });
    await tab.page.evaluate('worker.postMessage(null)');
    await heard(tab, 'asked');
    await tab.command({ command: 'skip', ms: 2 * HOUR });
    const fired = await heard(tab, 'fired');
    expect(fired.now).toBeLessThan(Number(await tab.page.evaluate('Date.now()')) - HOUR / 2);
    await eventually('the worker to have skipped as much as the page', async () => {
      await tab.page.evaluate('heard.length = 0; worker.postMessage(null)');
      const { now } = await heard(tab, 'asked');
      const page = Number(await tab.page.evaluate('Date.now()'));
      return Math.abs(page - now) < HOUR / 2 ? true : null;
    });
    expect((await tab.report('the page')).realWorkers).toEqual([]);
    expect(await notes(tab)).not.toContain('keep the real time');
    await tab.become({});
    await makeWorker(tab, `'/code/worker.js'`);
    expect((await heard(tab, 'begun')).year).toBeLessThan(2030);
  });

  test.each(Object.keys(POLICIES))(
    'where the policy of the page lets none of ours in, as on %s, a worker works with the real time, and the popup says so',
    async (path) => {
      const tab = await newTabWithPopup();
      await open(tab, path);
      expect(await notes(tab)).not.toContain('keep the real time');
      await makeWorker(tab, `'/code/worker.js'`);
      await tab.page.evaluate('worker.postMessage(null)');
      expect((await heard(tab, 'begun')).year).toBeLessThan(2030);
      expect(await heard(tab, 'asked')).toMatchObject({ path: '/code/worker.js', beside: true });
      await tab.report('the real worker', ({ realWorkers }) => realWorkers.includes('policy'));
      await eventually('the popup to say so', async () =>
        (await notes(tab)).includes('content security policy') ? true : null,
      );
    },
  );

  test('a worker of a frame that has to keep the real time is told too', async () => {
    const tab = await newTab();
    await open(tab, '/');
    await tab.page.evaluate(`new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.src = '/no-blob-workers';
      frame.onload = () => resolve(globalThis.worker = new frame.contentWindow.Worker('/code/worker.js'));
      document.body.append(frame);
    }).then(() => undefined)`);
    await tab.report('the frame’s worker', ({ realWorkers }) => realWorkers.includes('policy'));
    await open(tab, '/');
    expect((await tab.report('the page without the frame')).realWorkers).toEqual([]);
  });

  test('a shared worker keeps the real time, and the popup says so', async () => {
    const tab = await newTabWithPopup();
    await open(tab, '/');
    const now = await tab.page.evaluate(`new Promise((resolve) => {
      new SharedWorker('/code/shared.js').port.onmessage = ({ data }) => resolve(data);
    })`);
    expect(new Date(Number(now)).getUTCFullYear()).toBeLessThan(2030);
    await tab.report('the shared worker', ({ realWorkers }) => realWorkers.includes('shared'));
    await eventually('the popup to say so', async () =>
      (await notes(tab)).includes('Shared workers') ? true : null,
    );
  });
});
