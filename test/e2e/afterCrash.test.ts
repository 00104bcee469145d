import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, PATIENCE, Simulator } from '../../driver/simulator.ts';
import { SecureSite } from './secureSite.ts';
import { cookiesOf } from './traces.ts';
import { Tab } from './withExtension.ts';

/*
 * In Chromium only: Firefox forgets an extension that no store has signed when it ends, so there is no
 * such thing as the same profile with the extension.
 */

const HOST = '127.0.0.1';
const END = 'Expires=Tue, 01 Jun 2027 10:20:30 GMT';
const COOKIES = [
  `visits=7; Path=/; HttpOnly; Secure; SameSite=Strict; ${END}`,
  `apart=1; Path=/; Secure; SameSite=None; Partitioned; ${END}`,
];

let site: SecureSite;
let profile: string;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'trigger-simulator-'));
  site = await SecureSite.start((path) => (path === '/set' ? { cookies: COOKIES } : {}));
});

afterAll(async () => {
  await site?.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** When a file of the profile was last written, in ms since 1970; 0 if it is not there. */
async function writtenAt(name: string): Promise<number> {
  const paths = await readdir(join(profile, 'Default'), { recursive: true }).catch(() => []);
  const times = paths
    .filter((path) => path === name || path.endsWith(`/${name}`))
    .map(async (path) => (await stat(join(profile, 'Default', path))).mtimeMs);
  return Math.max(0, ...(await Promise.all(times)));
}

/** Waits until the browser has written its cookies to disk, which it does in its own time. */
async function cookiesWritten(after: number): Promise<void> {
  await eventually('the cookies to be on disk', async () =>
    (await writtenAt('Cookies')) > after ? true : null,
  );
}

const stored = (page: Page) => page.evaluate(`JSON.stringify(Object.entries(localStorage).sort())`);

test('after the browser was killed, what was taken is given back', async () => {
  const first = await Simulator.start('chrome', { profile });
  let before: unknown;
  try {
    const { page, tabId } = await first.newTab();
    await page.goto(`${site.origin}/set`);
    await page.goto(`${site.origin}/page`);
    await page.evaluate(`localStorage.setItem('seen', '4')`);
    await first.enableSite(page, tabId);
    const tab = new Tab(page, tabId, first);
    before = { cookies: await cookiesOf(page, HOST), stored: await stored(page) };
    await cookiesWritten(0);
    const beforeBecoming = await writtenAt('Cookies');
    await tab.become({ visits: { first: true } });
    await page.evaluate(
      `localStorage.setItem('seen', '1'); document.cookie = 'new=1; max-age=9999'`,
    );
    expect(site.last('/page')?.cookie).toBeUndefined();
    await cookiesWritten(beforeBecoming);
  } finally {
    await first.kill();
  }

  const second = await Simulator.start('chrome', { profile });
  try {
    const { page, tabId } = await second.newTab();
    await page.goto(`${site.origin}/page`);
    expect((await cookiesOf(page, HOST)).join()).not.toContain('visits');
    // Chromium forgets a driver's permission on the way; a tester's is still there.
    await second.enableSite(page, tabId);
    await expect
      .poll(async () => ({ cookies: await cookiesOf(page, HOST), stored: await stored(page) }), {
        timeout: PATIENCE,
      })
      .toEqual(before);
  } finally {
    await second.close();
  }
});
